"""Official and general communities of the regional SNS."""
