"""The file of an uploaded picture, cleaned of whatever a camera wrote into it before it is first stored."""

from django.core.files.base import File
from PIL import Image
from wagtail.images.models import WagtailImageField, WagtailImageFieldFile

from m4c.people.documents.pictures import without_traces


class CleanPictureFile(WagtailImageFieldFile):
    """A stored picture that holds its pixels and nothing else."""

    def save(self, name: str, content: File[bytes], save: bool = True) -> None:
        """Store it without where and when it was taken, by which camera, and the small copy that cameras keep."""
        clean = without_traces(content)
        super().save(name, clean, save=False)
        with Image.open(clean) as picture:
            self.instance.width, self.instance.height = picture.size
        self.instance.file_size = clean.size
        if save:
            self.instance.save()


class CleanPictureField(WagtailImageField):
    """Wagtail's field of a picture, storing cleaned files alone, whichever way they came."""

    attr_class = CleanPictureFile
