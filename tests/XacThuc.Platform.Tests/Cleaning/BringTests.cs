using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Cleaning;
using XacThuc.Platform.Tests.Houses;
using Xunit;

namespace XacThuc.Platform.Tests.Cleaning;

public sealed class BringTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task What_was_filled_in_is_shown_first_and_taken_over_when_the_clerk_says_so(Database database)
    {
        await using var given = await GivenList.Drawn(database);
        var (list, rows) = (await given.List(), await given.Rows());
        var file = GivenList.File(
            GivenList.RowOf(list, rows[1], name: "Lý  Văn Quân"), GivenList.RowOf(list, rows[0], date: "5/3/1950", number: "20150000012", note: "đi làm xa"));

        var (address, page) = await given.Bring(file);
        var before = await given.Rows();
        await given.Station.Submit(address, page);

        Assert.DoesNotContain(before, row => row.IsFilled);
        Assert.Contains("Take 4 cells over", page, StringComparison.Ordinal);
        var after = await given.Rows();
        Assert.Equal(("Lý Văn Quân", null), (after[1].FilledName, after[1].FilledNumber));
        Assert.Equal(("05/03/1950", "020150000012", "đi làm xa"), (after[0].FilledDate, after[0].FilledNumber, after[0].HamletNote));
        Assert.Equal(ListState.Filled, (await given.List()).State);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_same_file_twice_is_one_and_adds_nothing(Database database)
    {
        await using var given = await GivenList.Drawn(database);
        var (list, rows) = (await given.List(), await given.Rows());
        var file = GivenList.File(GivenList.RowOf(list, rows[1], name: "Lý Văn Quân"));
        var (address, page) = await given.Bring(file);
        await given.Station.Submit(address, page);

        var (again, shown) = await given.Bring(file);
        using var refused = await given.Station.Submit(again, shown);

        Assert.Equal(address, again);
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Equal(1, await given.House.InDb(db => db.Set<CleaningFile>().CountAsync()));
        Assert.Equal(1, (await given.House.InDb(db => db.Set<CleaningFile>().SingleAsync())).Taken);
    }

    [Fact]
    public async Task Each_row_that_cannot_be_used_gets_one_sentence_and_the_others_go_on()
    {
        await using var given = await GivenList.Drawn(Database.Sqlite);
        var (list, rows) = (await given.List(), await given.Rows());
        var good = GivenList.RowOf(list, rows[1], name: "Lý Văn Quân");
        object?[] unknown = [$"{list.Code}.0099", "", "Lý Văn X", "", "", "", "", "Ai Đó"];
        object?[] other = ["TYT-06229-2026-001.0001", "", "Lý Văn X", "", "", "", "", "Ai Đó"];
        object?[] noCode = [null, "", "Lý Văn X", "", "", "", "", "Ai Đó"];
        object?[] impossible = [$"{list.Code}.0001", "", "Nông Thị Hoa", "Nữ", "1950", "", "", "", "nhầm", "31/02/1950", "12345"];

        var (_, page) = await given.Bring(GivenList.File(good, unknown, other, noCode, impossible, good));

        var text = WebUtility.HtmlDecode(page);
        foreach (var sentence in (string[])
        [
            "Row 3: This list has no row of this code", "Row 4: This row is of another list (TYT-06229-2026-001)", "Row 5: The row has no code",
            "Row 6: Right sex: cannot be read", "Row 6: Right date of birth: there is no such day", "Row 6: Right number: not a possible number",
            "Row 7: The code stands in row 2",
        ])
            Assert.Contains(sentence, text, StringComparison.Ordinal);
        Assert.Contains("Take 1 cells over", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_whose_recorded_cells_were_moved_is_not_taken()
    {
        await using var given = await GivenList.Drawn(Database.Sqlite);
        var (list, rows) = (await given.List(), await given.Rows());
        var moved = GivenList.RowOf(list, rows[0], number: "020150000012");
        moved[2] = rows[1].FullName;

        var (_, page) = await given.Bring(GivenList.File(moved, GivenList.RowOf(list, rows[1], name: "Lý Văn Quân")));

        Assert.Contains("columns may have been sorted apart", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains("Take 1 cells over", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_filled_list_is_refused_in_a_sentence_and_not_kept()
    {
        await using var given = await GivenList.Drawn(Database.Sqlite);

        var (_, page) = await given.Bring("not,a\nlist,at all\n"u8.ToArray());

        Assert.Contains("notice", page, StringComparison.Ordinal);
        Assert.Equal(0, await given.House.InDb(db => db.Set<CleaningFile>().CountAsync()));
    }

    [Fact]
    public async Task The_workbook_as_it_was_downloaded_says_nothing_new()
    {
        await using var given = await GivenList.Drawn(Database.Sqlite);
        var list = await given.List();
        var empty = await given.Station.GetByteArrayAsync($"/cleaning/{list.Id}?handler=workbook", GivenHouse.Stop);

        var (_, page) = await given.Bring(empty);

        Assert.Contains("The file says nothing that the list does not say already", page, StringComparison.Ordinal);
        Assert.Contains("<b>2</b> rows of the list in the file", page, StringComparison.Ordinal);
    }
}
