"""Measures of caretakers (第13条) and sanctions of the committee (第9条第5号), with their days and their effect."""
