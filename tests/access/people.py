"""Who may open the pages of people: the rows of its eight parts together."""

from tests.access import (
    people_accounts,
    people_belonging,
    people_chart,
    people_data,
    people_doubles,
    people_exports,
    people_front_desk,
    people_groups,
    people_handing_over,
    people_imports,
    people_lists,
    people_own_fields,
    people_page,
    people_records,
    people_rights,
    people_safety,
)

ROWS = {
    **people_records.ROWS,
    **people_belonging.ROWS,
    **people_data.ROWS,
    **people_own_fields.ROWS,
    **people_page.ROWS,
    **people_chart.ROWS,
    **people_doubles.ROWS,
    **people_safety.ROWS,
    **people_accounts.ROWS,
    **people_handing_over.ROWS,
    **people_imports.ROWS,
    **people_lists.ROWS,
    **people_exports.ROWS,
    **people_front_desk.ROWS,
    **people_groups.ROWS,
    **people_rights.ROWS,
}
