using System.Text;
using XacThuc.Matching;

namespace XacThuc.Register.Tests.Houses;

/// <summary>Made-up people, and files of them.</summary>
internal static class GivenPeople
{
    private const string Headings = "personal_id,old_id,full_name,sex,date_of_birth,commune_code";

    private static readonly string[] Family = ["Nguyễn", "Hoàng", "Nông", "Lý", "Sầm", "Vi", "Đặng"];
    private static readonly string[] Middle = ["Văn", "Thị", "Hữu", "Ngọc", "Thu", "Minh"];
    private static readonly string[] Given = ["An", "Bình", "Hoà", "Lan", "Mạnh", "Quý", "Thuỷ", "Yến", "Đức", "Giang"];

    public static WrittenPerson Person(int number) => new(
        $"020{(number % 2 == 0 ? 0 : 1)}{50 + number % 50:00}{number:000000}", $"08{number:0000000}",
        $"{Family[number % Family.Length]} {Middle[number / 7 % Middle.Length]} {Given[number / 42 % Given.Length]}",
        number % 2 == 0 ? "Nam" : "Nữ", $"19{50 + number % 50}-{1 + number % 12:00}-{1 + number % 28:00}", "06226");

    public static IEnumerable<WrittenPerson> People(int count) => Enumerable.Range(1, count).Select(Person);

    public static string Csv(IEnumerable<WrittenPerson> people)
    {
        var csv = new StringBuilder(Headings).Append('\n');
        foreach (var p in people)
            csv.AppendJoin(',', Quoted(p.PersonalId), Quoted(p.OldId), Quoted(p.FullName), Quoted(p.Sex), Quoted(p.DateOfBirth), Quoted(p.CommuneCode)).Append('\n');
        return csv.ToString();
    }

    /// <summary>A record that says the same as the register, as a clerk would write it.</summary>
    public static WrittenRecord Right(WrittenPerson person) => new(
        person.FullName, person.Sex, person.DateOfBirth, person.PersonalId, person.CommuneCode);

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny("\",\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
