"""Pictures as they come into the house: without what a camera writes into them about place, time and owner."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.base import File
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageOps
from wagtail.images.forms import BaseImageForm

CARRYING = {"JPEG", "PNG", "WEBP"}


class PictureForm(BaseImageForm):
    """Wagtail's form for pictures; renditions would hand EXIF on to every reader."""

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if "file" in self.changed_data and cleaned.get("file"):
            cleaned["file"] = without_metadata(cleaned["file"])
        return cleaned


def without_metadata(file: Any) -> File:
    """The same picture upright, with its colours and nothing about who took it where."""
    file.seek(0)
    with Image.open(file) as picture:
        kind = picture.format or ""
        if kind not in CARRYING or not (picture.getexif() or "exif" in picture.info):
            file.seek(0)
            return file
        upright = ImageOps.exif_transpose(picture)
        for name in ("exif", "xmp", "XML:com.adobe.xmp", "comment"):
            upright.info.pop(name, None)
        upright.getexif().clear()
        written = BytesIO()
        extra = {"quality": 92} if kind in ("JPEG", "WEBP") else {}
        upright.save(written, kind, icc_profile=picture.info.get("icc_profile"), **extra)
    clean = SimpleUploadedFile(file.name, written.getvalue(), getattr(file, "content_type", ""))
    clean.image = getattr(file, "image", None)  # type: ignore[attr-defined]
    return clean
