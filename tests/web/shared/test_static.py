"""The stylesheet is joined and hashed when the files are collected."""

import pytest
from django.contrib.staticfiles import finders
from django.core.files.storage import FileSystemStorage

from firstfoot.config.static import JoinedManifestStorage


@pytest.fixture
def collected(tmp_path):
    source = FileSystemStorage(finders.find("css/00-tokens.css").removesuffix("css/00-tokens.css"))
    storage = JoinedManifestStorage(location=tmp_path, base_url="/static/")
    names = [f"{folder}/{name}" for folder in ("css", "fonts") for name in source.listdir(folder)[1]]
    for name in names:
        with source.open(name) as file:
            storage.save(name, file)
    list(storage.post_process({name: (storage, name) for name in names}))
    return tmp_path, storage


def test_parts_become_one_file_with_hashed_fonts(collected):
    folder, storage = collected
    name = storage.stored_name("css/app.css")
    text = (folder / name).read_text()
    assert text.index("@layer tokens, base") < text.index("@layer base {") < text.index("@layer utilities {")
    assert "../fonts/figtree." in text
    assert '"../fonts/figtree.woff2"' not in text
    assert (folder / f"{name}.br").exists()
