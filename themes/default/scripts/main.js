// Every page loads this. Without it all pages are whole: states are those of the day of the build, menus are open.
import { openTarget } from "./anchors.js";
import { offerDisplay } from "./display.js";
import { offerMenu } from "./menu.js";
import { offerPrint } from "./print.js";
import { renewStates } from "./states.js";

offerMenu();
offerDisplay();
offerPrint();
openTarget();
renewStates();
// A page that is left open over midnight, or comes back from the browser's memory.
document.addEventListener("visibilitychange", () => document.hidden || renewStates());
