/** A content type that shows nothing: it tells the page that the player has opened it. Its bytes are in nobody's figures. */
window.H5P.Empty = class {
  attach() {
    window.top.benchProbe.opened();
  }
};
