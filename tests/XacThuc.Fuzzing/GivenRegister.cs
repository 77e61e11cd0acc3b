using XacThuc.Matching;

namespace XacThuc.Fuzzing;

/// <summary>A few people, all made up; one has a name of many words, two share an old number.</summary>
internal static class GivenRegister
{
    public static IReadOnlyList<WrittenPerson> People { get; } =
    [
        new("020090000011", "081234567", "Nông Văn Bảo", "Nam", "1990-03-12", "06268"),
        new("020190000022", "", "Vi Thị Hoa", "Nữ", "1990-07-01", "06268"),
        new("020085000033", "089876543", "Hứa Đức Long", "Nam", "1985", "06271"),
        new("020202000044", "089876543", "Lương Minh Tú", "Nam", "2002-11", "06271"),
        new("020303000055", "", "Công Tằng Tôn Nữ Thị Triệu Thu Yến", "Nữ", "2003-12-31", "06274"),
    ];
}
