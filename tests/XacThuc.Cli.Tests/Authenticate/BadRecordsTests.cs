using System.Text;
using XacThuc.Cli.Tests.Commands;
using Xunit;

namespace XacThuc.Cli.Tests.Authenticate;

/// <summary>Whatever stands between them, good rows are compared, and every row has a line of results in its place.</summary>
public sealed class BadRecordsTests : IDisposable
{
    private const string Good = "r1,Nông Văn Bảo,Nam,12/03/1990,020090000011,06268\n";
    private const string Last = "r9,Vi Thị Hoa,Nữ,01/07/1990,020190000022,06268\n";

    private readonly GivenFolder _folder = new();

    public BadRecordsTests() => _folder.Write("register.csv", GivenPeople.Register);

    [Theory]
    [InlineData("a cell too few", "r2,Vi Thị Hoa,Nữ\n", "r2,invalid,unreadable,unreadable,unreadable,unreadable,row.unreadable:line 3 column 4", "records.csv:3: column \"cell 4\": The row has fewer cells")]
    [InlineData("a cell too many", "r2,Vi Thị Hoa,Nữ,01/07/1990,020190000022,06268,more\n", "r2,invalid,unreadable,unreadable,unreadable,unreadable,row.unreadable:line 3 column 7", "records.csv:3: column \"cell 7\": The row has more cells")]
    [InlineData("text behind a quote", "r2,\"Vi Thị Hoa\"x,Nữ,01/07/1990,020190000022,06268\n", "r2,invalid,unreadable,unreadable,unreadable,unreadable,row.unreadable:line 3 column 1", "records.csv:3: column \"cell 1\": A quote is opened")]
    [InlineData("a NUL in the name", "r2,Vi Thị\0Hoa,Nữ,01/07/1990,020190000022,06268\n", "r2,invalid,unreadable,right,right,right,name.unreadable", "records.csv:3: column \"full_name\": The name cannot be read")]
    [InlineData("a number that a spreadsheet rounded", "r2,Vi Thị Hoa,Nữ,01/07/1990,2.019E+10,06268\n", "r2,unauthenticated,not_compared,not_compared,not_compared,unreadable,id.malformed", "records.csv:3: column \"id_number\": A spreadsheet rounded this number")]
    [InlineData("a cell too many and a stray quote", "r2,\"Vi\"x,Nữ,01/07/1990,1,06268,more,\"y\"z\n", "r2,invalid,unreadable,unreadable,unreadable,unreadable,row.unreadable:line 3 column 7", "records.csv:3: column \"cell 7\": The row has more cells")]
    [InlineData("a date that is none", "r2,Vi Thị Hoa,Nữ,31/02/1990,020190000022,06268\n", "r2,invalid,right,right,unreadable,right,dob.unreadable", "")]
    [InlineData("no number", "r2,Vi Thị Hoa,Nữ,01/07/1990,,06268\n", "r2,unauthenticated,not_compared,not_compared,not_compared,missing,id.missing", "")]
    [InlineData("a number of letters", "r2,Vi Thị Hoa,Nữ,01/07/1990,không nhớ,06268\n", "r2,unauthenticated,not_compared,not_compared,not_compared,unreadable,id.malformed", "")]
    public void A_bad_row_is_told_and_the_others_go_on(string why, string row, string result, string problem)
    {
        _folder.Write("records.csv", GivenPeople.RecordsHeading + Good + row + Last);

        var outcome = _folder.Authenticate();

        Assert.True(
            _folder.Rows("results.csv") is ["r1,matched,right,right,right,right,", var told, "r9,matched,right,right,right,right,"] &&
            string.Equals(told, result, StringComparison.Ordinal), $"{why}: {_folder.Text("results.csv")}");
        Assert.Contains(problem, outcome.Said, StringComparison.Ordinal);
        Assert.Equal(0, outcome.Exit);
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    [InlineData("\r")]
    [InlineData("\n\n\r\n")]
    public void Rows_may_end_in_any_way_and_blank_lines_are_no_rows(string end)
    {
        _folder.Write("records.csv", (GivenPeople.RecordsHeading + Good + Last).Replace("\n", end, StringComparison.Ordinal));

        _folder.Authenticate();

        Assert.Equal(["r1,matched,right,right,right,right,", "r9,matched,right,right,right,right,"], _folder.Rows("results.csv"));
    }

    [Fact]
    public void A_quoted_name_may_go_over_lines()
    {
        _folder.Write("records.csv", GivenPeople.RecordsHeading + "\"r1\",\"Nông\nVăn\r\nBảo\",Nam,12/03/1990,020090000011,06268\n" + Last);

        _folder.Authenticate();

        Assert.Equal(["r1,matched,right,right,right,right,", "r9,matched,right,right,right,right,"], _folder.Rows("results.csv"));
    }

    [Fact]
    public void Lines_are_counted_right_behind_doubled_quotes_and_rows_broken_twice()
    {
        _folder.Write("records.csv", GivenPeople.RecordsHeading +
            "r1,\"Nông \"\"Văn\"\"\nBảo\n\",Nam,12/03/1990,020090000011,06268\nr2,\"a\"b,Nam,1990,1,2,3\nr3,short\n" + Last);

        var outcome = _folder.Authenticate();

        Assert.Contains("records.csv:5: column \"cell 7\"", outcome.Said, StringComparison.Ordinal);
        Assert.Contains("records.csv:6: column \"cell 3\"", outcome.Said, StringComparison.Ordinal);
        Assert.EndsWith("row.unreadable:line 6 column 3", _folder.Rows("results.csv")[2], StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_without_id_is_known_by_its_line_even_when_it_is_broken()
    {
        _folder.Write("records.csv",
            "full_name,sex,date_of_birth,id_number\nNông Văn Bảo,Nam,12/03/1990,020090000011\n\nVi\nVi Thị Hoa,Nữ,01/07/1990,020190000022\n");

        _folder.Authenticate();

        Assert.Equal("2 4 5", string.Join(' ', _folder.Rows("results.csv").Select(row => row.Split(',')[0])));
    }

    [Fact]
    public void A_register_of_nobody_leaves_all_records_without_suggestion()
    {
        _folder.Write("register.csv", GivenPeople.RegisterHeading + "1,,Vi Thị Hoa,Nữ,1990,\n");
        _folder.Write("records.csv", GivenPeople.RecordsHeading + Good + Last);

        var outcome = _folder.Authenticate(suggest: true);

        Assert.Equal(0, outcome.Exit);
        Assert.Empty(_folder.Rows("suggestions.csv"));
    }

    [Fact]
    public void A_field_of_ten_megabytes_is_one_bad_row()
    {
        _folder.Write("records.csv", GivenPeople.RecordsHeading + Good + "r2," + new string('a', 10 << 20) + ",Nữ,01/07/1990,020190000022,06268\n" + Last);

        _folder.Authenticate();

        Assert.Equal(
            ["r1,matched,right,right,right,right,", "r2,invalid,unreadable,right,right,right,name.unreadable", "r9,matched,right,right,right,right,"],
            _folder.Rows("results.csv"));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Encodings_are_recognised(string encoding, bool mark)
    {
        var code = Encoding.GetEncoding(encoding);
        var text = code.GetBytes(GivenPeople.RecordsHeading + Good + Last);
        _folder.Write("records.csv", mark ? [.. code.GetPreamble(), .. text] : text);

        _folder.Authenticate();

        Assert.Equal(["r1,matched,right,right,right,right,", "r9,matched,right,right,right,right,"], _folder.Rows("results.csv"));
    }

    [Theory]
    [InlineData("r1", "r1", "r2")]
    [InlineData("r9", "r5", "r9")]
    [InlineData("b", "a", "a")]
    public void A_repeated_record_id_is_told_with_its_line_and_each_row_has_results(string first, string second, string third)
    {
        var row = Good[Good.IndexOf(',', StringComparison.Ordinal)..];
        _folder.Write("records.csv", GivenPeople.RecordsHeading + first + row + second + row + third + row);

        var outcome = _folder.Authenticate();

        var line = string.Equals(first, second, StringComparison.Ordinal) ? 3 : 4;
        Assert.Contains($"records.csv:{line}: column \"record_id\": The same record id", outcome.Said, StringComparison.Ordinal);
        Assert.Equal(
            $"{first} {second} {third}",
            string.Join(' ', _folder.Rows("results.csv").Select(result => result[..result.IndexOf(',', StringComparison.Ordinal)])));
    }

    [Fact]
    public void Repeated_ids_are_found_among_many_in_any_order()
    {
        var rows = GivenPeople.ManyRecords(60_000).Split('\n')[1..^1];
        var mixed = rows.Where((_, i) => i % 2 == 0).Concat(rows.Where((_, i) => i % 2 == 1)).Append(rows[12_345]);
        _folder.Write("records.csv", GivenPeople.RecordsHeading + string.Join('\n', mixed) + "\n");

        var outcome = _folder.Authenticate();

        Assert.Contains("records.csv:60002: column \"record_id\": The same record id", outcome.Said, StringComparison.Ordinal);
        Assert.Single(outcome.Said.Split('\n'), line => line.Contains("The same record id", StringComparison.Ordinal));
        Assert.Equal(60_001, _folder.Rows("results.csv").Length);
    }

    [Fact]
    public void Two_people_with_one_number_make_their_records_wrong()
    {
        _folder.Write("register.csv", GivenPeople.Register + "020090000011,,Sầm Thị Mai,Nữ,1991-01-01,06268\n");
        _folder.Write("records.csv", GivenPeople.RecordsHeading + Good + Last);

        var outcome = _folder.Authenticate();

        Assert.Equal("r1,mismatched,not_compared,not_compared,not_compared,wrong,id.ambiguous", _folder.Rows("results.csv")[0]);
        Assert.Contains("register.csv:2: column \"personal_id\": Another person has the same", outcome.Said, StringComparison.Ordinal);
        Assert.Contains("register.csv:7: column \"personal_id\": Another person has the same", outcome.Said, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
