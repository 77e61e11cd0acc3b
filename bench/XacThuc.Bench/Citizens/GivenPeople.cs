using System.Globalization;
using Npgsql;
using XacThuc.Bench.Running;

namespace XacThuc.Bench.Citizens;

/// <summary>Records of millions of made-up people in a health house, each with a number, a name, a date of birth and a phone.</summary>
internal static class GivenPeople
{
    private static readonly string[] Families = ["Nguyễn", "Lý", "Nông", "Hoàng", "Vi", "Lương", "Triệu", "Hứa", "Bế", "Đàm"];
    private static readonly string[] Middles = ["Văn", "Thị", "Đức", "Minh", "Ngọc", "Thu", "Quang", "Hồng", "Thanh", "Xuân"];
    private static readonly string[] Givens = ["Quân", "Hoa", "Đúng", "Mai", "Sơn", "Lan", "Hùng", "Thúy", "Long", "Yến", "Tâm", "Bình"];
    private static readonly string[] PlainFamilies = ["nguyen", "ly", "nong", "hoang", "vi", "luong", "trieu", "hua", "be", "dam"];
    private static readonly string[] PlainMiddles = ["van", "thi", "duc", "minh", "ngoc", "thu", "quang", "hong", "thanh", "xuan"];
    private static readonly string[] PlainGivens = ["quan", "hoa", "dung", "mai", "son", "lan", "hung", "thuy", "long", "yen", "tam", "binh"];

    /// <summary>Who the nth of them is, as they would fill a form in.</summary>
    public static (string Name, string Date, string Sex, string Number) Of(long n) =>
        ($"{Families[n % 10]} {Middles[n / 10 % 10]} {Givens[n / 100 % 12]}",
         string.Create(CultureInfo.InvariantCulture, $"{1 + (n % 28):00}/{1 + (n / 28 % 12):00}/{1940 + (n / 336 % 70)}"), n % 2 == 0 ? "Nam" : "Nữ", NumberOf(n));

    /// <summary>A number that nobody of them has.</summary>
    public static string NumberOf(long n) => string.Create(CultureInfo.InvariantCulture, $"020{n:000000000}");

    /// <summary>Lays them into the house.</summary>
    public static async Task Fill(string database, long people)
    {
        await using var house = new NpgsqlConnection(database);
        await house.OpenAsync();
        var record = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Ref"] = "'z' || lpad(n::text, 19, '0')",
            ["UnitId"] = "u.\"Id\"",
            ["BroughtById"] = "u.\"Id\"",
            ["SameKey"] = "decode(md5(n::text), 'hex')",
            ["FullName"] = $"({Array(Families)})[1 + n % 10] || ' ' || ({Array(Middles)})[1 + n / 10 % 10] || ' ' || ({Array(Givens)})[1 + n / 100 % 12]",
            ["NameSearch"] = $"({Array(PlainFamilies)})[1 + n % 10] || ' ' || ({Array(PlainMiddles)})[1 + n / 10 % 10] || ' ' || ({Array(PlainGivens)})[1 + n / 100 % 12]",
            ["Sex"] = "CASE WHEN n % 2 = 0 THEN 'Nam' ELSE 'Nữ' END",
            ["DateOfBirth"] = "lpad((1 + n % 28)::text, 2, '0') || '/' || lpad((1 + n / 28 % 12)::text, 2, '0') || '/' || (1940 + n / 336 % 70)",
            ["BornOn"] = "((140 + n / 336 % 70) * 512 + (1 + n / 28 % 12) * 32 + (1 + n % 28))::int",
            ["IdNumber"] = "'020' || lpad(n::text, 9, '0')",
            ["Digits"] = "'020' || lpad(n::text, 9, '0')",
            ["CommuneCode"] = "u.\"PlaceCode\"",
            ["Phone"] = "'09' || lpad(n::text, 8, '0')",
            ["Version"] = "1",
            ["AddedAt"] = "now()",
        };
        await GivenTable.InsertMany(house, "records", record,
            $"FROM generate_series(1::bigint, {people}) AS n JOIN (SELECT *, row_number() OVER (ORDER BY \"Id\") - 1 AS at, count(*) OVER () AS stations FROM units WHERE \"Kind\" = 2) AS u ON u.at = n % u.stations");
    }

    private static string Array(string[] words) => $"ARRAY[{string.Join(", ", words.Select(word => $"'{word}'"))}]";
}
