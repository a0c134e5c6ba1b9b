// What pages need a script for, one behaviour to a file. Every page works without this.
import "./menu.js";
import "./search.js";
import "./toast.js";
import "./copy.js";
import "./arrows.js";
import "./file-drop.js";
import "./components/board.js";
import "./components/dialog.js";
import "./components/draft.js";
import "./components/power-map.js";
import "./components/select-search.js";
import "./components/tabs.js";
import "./door/forgetting.js";
import "./talk/forgetting.js";
import "./talk/unsent.js";
