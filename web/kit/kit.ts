// What every page has. Nothing here is needed to read or to submit; it saves time and keystrokes.
import "./live";
import "./keys";
import "./menus";
import "./lists";
import "./letters";
import "./worklist";
import "./running";
import "./passkeys";
