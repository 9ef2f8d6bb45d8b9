"""How cards and views get onto pages when these are written: as HTML, or in the way of any other builder."""
