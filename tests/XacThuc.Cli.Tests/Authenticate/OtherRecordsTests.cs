using System.Globalization;
using System.Text;
using XacThuc.Cli.Tests.Commands;
using Xunit;

namespace XacThuc.Cli.Tests.Authenticate;

/// <summary>
/// Three hundred names, each of three people of one village: the name alone never tells who is meant, the other records may.
/// </summary>
public sealed class OtherRecordsTests : IDisposable
{
    private const int Names = 300;

    private readonly GivenFolder _folder = new();
    private readonly StringBuilder _records = new("record_id,full_name,sex,date_of_birth,id_number,commune_code\n");

    [Fact]
    public void Where_each_has_one_record_the_one_who_is_left_is_meant()
    {
        for (var name = 0; name < Names; name++)
        {
            Right(name, 0);
            DateMistyped(name, 1);
            NameAlone(name);
        }

        var suggested = Suggested();

        Assert.All(Enumerable.Range(0, Names), name => Assert.Equal(Id(name, 2), suggested[$"name-{name}"].Person));
        Assert.All(Enumerable.Range(0, Names), name => Assert.InRange(suggested[$"name-{name}"].Probability, 0.8, 1));
        Assert.All(Enumerable.Range(0, Names), name => Assert.Equal(Id(name, 1), suggested[$"date-{name}"].Person));
    }

    [Fact]
    public void Where_people_have_several_records_nobody_is_ruled_out()
    {
        for (var name = 0; name < Names; name++)
        {
            Right(name, 0);
            DateMistyped(name, 0);
            NameAlone(name);
        }

        var suggested = Suggested();

        Assert.All(Enumerable.Range(0, Names), name => Assert.InRange(suggested[$"name-{name}"].Probability, 0.2, 0.5));
    }

    [Fact]
    public void A_file_of_few_records_rules_nobody_out()
    {
        for (var name = 0; name < 3; name++)
        {
            Right(name, 0);
            DateMistyped(name, 1);
            NameAlone(name);
        }

        var suggested = Suggested();

        Assert.All(Enumerable.Range(0, 3), name => Assert.InRange(suggested[$"name-{name}"].Probability, 0.2, 0.5));
    }

    [Fact]
    public void The_order_of_lines_is_that_of_the_records_and_each_record_is_counted_once()
    {
        for (var name = 0; name < Names; name++)
        {
            NameAlone(name);
            Right(name, 0);
            DateMistyped(name, 1);
        }

        var outcome = Authenticate();

        var expected = Enumerable.Range(0, Names).SelectMany(name => new[] { $"name-{name}", $"date-{name}" });
        var firsts = _folder.Rows("suggestions.csv").Select(row => row.Split(',')).Where(cells => cells[1] is "1").Select(cells => cells[0]);
        Assert.Equal([.. expected], (string[])[.. firsts]);
        Assert.Equal(0, outcome.Exit);
    }

    [Fact]
    public void The_same_files_give_the_same_suggestions()
    {
        for (var name = 0; name < Names; name++)
        {
            Right(name, name % 3);
            NameAlone(name);
            DateMistyped(name, (name + 2) % 3);
        }

        Authenticate();
        var first = _folder.Text("suggestions.csv");
        Authenticate();

        Assert.Equal(first, _folder.Text("suggestions.csv"));
    }

    public void Dispose() => _folder.Dispose();

    private Dictionary<string, (string Person, double Probability)> Suggested()
    {
        Authenticate();
        return _folder.Rows("suggestions.csv").Select(row => row.Split(',')).Where(cells => cells[1] is "1").ToDictionary(
            cells => cells[0], cells => (cells[2], double.Parse(cells[3], CultureInfo.InvariantCulture)), StringComparer.Ordinal);
    }

    private Outcome Authenticate()
    {
        var register = new StringBuilder("personal_id,old_id,full_name,sex,date_of_birth,commune_code\n");
        for (var name = 0; name < Names; name++)
            for (var person = 0; person < 3; person++)
                register.Append(CultureInfo.InvariantCulture, $"{Id(name, person)},,{Name(name)},Nam,{Year(name, person)}-{1 + name % 12:00}-{1 + name % 28:00},06226\n");
        _folder.Write("register.csv", register.ToString());
        _folder.Write("records.csv", _records.ToString());
        return _folder.Authenticate(suggest: true, top: 1);
    }

    private void Right(int name, int person) => Add("right", name, Year(name, person), Id(name, person));

    private void DateMistyped(int name, int person) => Add("date", name, Year(name, person) + 1, Id(name, person));

    // Whose it is stands in no field.
    private void NameAlone(int name) => _records.Append(CultureInfo.InvariantCulture, $"name-{name},{Name(name)},Nam,,,06226\n");

    private void Add(string kind, int name, int year, string id) => _records.Append(
        CultureInfo.InvariantCulture, $"{kind}-{name},{Name(name)},Nam,{1 + name % 28:00}/{1 + name % 12:00}/{year},{id},06226\n");

    private static int Year(int name, int person) => 1950 + name % 20 + person * 15;

    private static string Id(int name, int person) =>
        $"0200{Year(name, person) % 100:00}{(name * 3 + person) * 977 % 1_000_000:000000}";

    private static string Name(int name) => $"{Family[name % 10]} {Middle[name / 10 % 6]} {Given[name / 60]}";

    private static readonly string[] Family = ["Nguyễn", "Hoàng", "Nông", "Lý", "Sầm", "Vi", "Đặng", "Bế", "Chu", "Hà"];
    private static readonly string[] Middle = ["Văn", "Đức", "Minh", "Quang", "Hữu", "Xuân"];
    private static readonly string[] Given = ["An", "Bình", "Hoà", "Mạnh", "Quý"];
}
