using System.Globalization;

namespace XacThuc.Matching.Tests.Blocking;

/// <summary>A register in which names, dates and communes are shared by many, so that no damaged record finds its person by luck.</summary>
internal static class GivenRegister
{
    private static readonly string[] Families =
        ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Nông", "Lương", "Vi", "Hứa"];

    private static readonly string[] Middles = ["Văn", "Thị", "Đức", "Ngọc", "Minh", "Quang", "Thanh", "Hữu"];

    private static readonly string[] Givens =
        ["An", "Bình", "Cường", "Dung", "Giang", "Hà", "Hạnh", "Hoa", "Hùng", "Hương", "Huyền", "Khánh", "Lan", "Linh",
            "Long", "Mai", "Minh", "Nam", "Nga", "Phong", "Quân", "Sơn", "Tâm", "Thảo", "Trang", "Tuấn", "Vinh", "Yến"];

    /// <summary>The people among whom others are hidden.</summary>
    public static IEnumerable<WrittenPerson> Crowd(int people)
    {
        var random = new Random(7);
        for (var i = 0; i < people; i++)
        {
            var sex = random.Next(2);
            var year = 1930 + random.Next(90);
            var id = $"{20 + random.Next(3) * 2:000}{(year < 2000 ? 0 : 2) + sex}{year % 100:00}{i:000000}";
            var born = new DateOnly(year, 1, 1).AddDays(random.Next(365));
            var name = $"{Families[Skewed(random, 12)]} {Middles[random.Next(8)]} {Givens[random.Next(28)]}";
            yield return new WrittenPerson(
                id, "", name, sex == 0 ? "Nam" : "Nữ", born.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                $"{6001 + random.Next(60) * 3:00000}");
        }
    }

    private static int Skewed(Random random, int below) => Math.Min(random.Next(below), random.Next(below));
}
