using XacThuc.Web.Tables;
using Xunit;

namespace XacThuc.Web.Tests.Tables;

public sealed class ListTests
{
    private static readonly (string, int, string)[] Three =
        [("Nông Thị Mai", 30, "matched"), ("Hoàng Văn Sơn", 20, "mismatched"), ("Đặng Thị Ước", 20, "matched")];

    [Theory]
    [InlineData("", "Đặng Thị Ước", "Hoàng Văn Sơn", "Nông Thị Mai")]
    [InlineData("?sort=-name", "Nông Thị Mai", "Hoàng Văn Sơn", "Đặng Thị Ước")]
    [InlineData("?sort=age", "Hoàng Văn Sơn", "Đặng Thị Ước", "Nông Thị Mai")]
    [InlineData("?sort=-age", "Nông Thị Mai", "Đặng Thị Ước", "Hoàng Văn Sơn")]
    [InlineData("?sort=nonsense", "Đặng Thị Ước", "Hoàng Văn Sơn", "Nông Thị Mai")]
    public async Task Rows_stand_in_the_order_asked_for(string query, params string[] names)
    {
        using var given = new GivenRows(Three);

        Assert.Equal(names, await given.Names(query));
    }

    [Theory]
    [InlineData("?q=uoc", "Đặng Thị Ước")]
    [InlineData("?q=ƯỚC đặng", "Đặng Thị Ước")]
    [InlineData("?q=thi", "Đặng Thị Ước", "Nông Thị Mai")]
    [InlineData("?status=mismatched", "Hoàng Văn Sơn")]
    [InlineData("?status=nonsense&q=&page=", "Đặng Thị Ước", "Hoàng Văn Sơn", "Nông Thị Mai")]
    [InlineData("?born.from=1950-01-02", "Đặng Thị Ước", "Hoàng Văn Sơn")]
    [InlineData("?born.from=1950-01-02&born.to=1950-01-02", "Hoàng Văn Sơn")]
    [InlineData("?q=%25_'")]
    public async Task Rows_are_narrowed_as_asked_with_or_without_marks(string query, params string[] names)
    {
        using var given = new GivenRows(Three);

        Assert.Equal(names, await given.Names(query));
    }

    // A few rows are found before they are sorted; many are met along the order.
    [Theory]
    [InlineData(120, "N0069")]
    [InlineData(2_400, "N2349")]
    public async Task Pages_follow_each_other_and_keep_what_was_asked(int rows, string first)
    {
        using var given = new GivenRows(Enumerable.Range(0, rows).Select(at => ($"N{at:0000}", at, "matched")));

        var second = await given.Read("?status=matched&sort=-name&page=2");

        Assert.Equal((rows, 2, first), (second.Count, second.Page, second.Rows[0].Cells[0].Cell.Text));
        Assert.Equal("/rows?status=matched&sort=-name", second.Before);
        Assert.Equal("/rows?status=matched&sort=-name&page=3", second.After);
        Assert.Null((await given.Read("?page=99")).After);
    }

    [Fact]
    public async Task What_the_caller_counted_counts_no_longer_once_the_list_is_narrowed()
    {
        using var given = new GivenRows(Enumerable.Range(0, 120).Select(at => ($"N{at:0000}", at, "matched")));

        var whole = await GivenRows.Shape.Read(given.Db.Rows, GivenRows.Asking(""), CancellationToken.None, counted: 120);
        var narrowed = await GivenRows.Shape.Read(given.Db.Rows, GivenRows.Asking("?born.to=1950-01-03"), CancellationToken.None, counted: 120);

        Assert.Equal(120, whole.Count);
        Assert.Equal(3, narrowed.Count);
        Assert.Null(narrowed.After);
    }

    [Fact]
    public async Task Never_more_than_ten_thousand_rows_are_counted_or_skipped()
    {
        using var given = new GivenRows(Enumerable.Range(0, 10_120).Select(at => ($"N{at:00000}", at, "matched")));

        var last = await given.Read("?page=5000");

        Assert.Equal(("more than 10,000 rows", 200, 50), (last.CountText, last.Page, last.Rows.Count));
        Assert.Null(last.After);
        Assert.Contains(given.Sql, sql => sql.Contains("LIMIT", StringComparison.Ordinal) && sql.Contains("COUNT(*)", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("  Đặng  THỊ\tƯớc ", "dang thi uoc")]
    [InlineData("Nguye\u0302\u0303n", "nguyen")]
    [InlineData("020-078", "020-078")]
    public void What_was_typed_is_sought_in_small_letters_without_marks(string typed, string sought)
    {
        Assert.Equal(sought, PlainWords.Of(typed));
    }
}
