"""What the editor of bodies asks of the server; its scripts are in static/nejat/js/rich-text."""
