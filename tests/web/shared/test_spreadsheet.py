"""No cell of a download is taken for a formula."""

import pytest

from firstfoot.web.shared.spreadsheet import cell, csv_file


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " ="])
def test_a_text_that_would_be_computed_gets_an_apostrophe(start):
    assert cell(f"{start}cmd|'/C calc'!A0") == f"'{start}cmd|'/C calc'!A0"


def test_numbers_and_plain_words_stay():
    assert [cell(value) for value in (-3, 0.5, "Asian", None, True)] == [-3, 0.5, "Asian", "", "True"]


def test_a_file_of_rows():
    assert csv_file("a.csv", [["=1", 2, 'say "no"']]).content.decode("utf-8-sig") == '\'=1,2,"say ""no"""\r\n'
