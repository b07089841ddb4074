"""What a browser is told that pages of the portal may load, frame and send."""

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],  # an editor's preview frames the page itself
    },
}
EDITORS_CONTENT_SECURITY_POLICY = {  # Wagtail's screens bring scripts and styles inside their pages
    **CONTENT_SECURITY_POLICY["DIRECTIVES"],
    "img-src": ["'self'", "data:", "blob:"],
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"  # for browsers that know no frame-ancestors; Wagtail lifts it for its previews
