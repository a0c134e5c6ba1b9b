"""What components must compute before they can be drawn: geometry of pictures and the shape of form fields. Pure."""
