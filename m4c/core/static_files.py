"""Static files under hashed names, our own module imports included."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Names carry a hash of the content, so that a browser may keep a file for a year."""

    support_js_module_import_aggregation = True
    manifest_strict = False
