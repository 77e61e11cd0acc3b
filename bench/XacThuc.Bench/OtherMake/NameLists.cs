namespace XacThuc.Bench.OtherMake;

/// <summary>
/// Names by weight: family names after the shares usually published for Vietnam (Nguyễn some 38, Trần 11, Lê 10 of a
/// hundred), with those of Tày, Nùng and Dao families as common as in a border district; given and middle names by feel.
/// </summary>
internal static class NameLists
{
    public static readonly string[] Families = Words(
        "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Nông Lương Vi Hứa Triệu Đàm Chu Sầm Bế Hà La " +
        "Phùng Bàn Đinh Trịnh Đoàn Mai Cao Tạ Thái Lâm Tô Hoà Quách Kiều Châu Văn Lục Mạc Ma Giáp Thân Nghiêm Từ Doãn Lại Khổng Bạch Ninh");

    public static readonly int[] FamilyWeights =
    [
        380, 110, 95, 70, 51, 40, 45, 39, 30, 21, 20, 14, 13, 13, 10, 9, 6, 6, 4, 4, 4, 4, 6, 2, 2, 6, 2, 5, 2, 7, 6, 5, 5, 5, 3,
        5, 5, 4, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1,
    ];

    public static readonly string[] Givens = Words(
        "Hùng Hương Lan Mai Sơn Tuấn Dũng Hoà Thuý Quân Quang Linh Phương Thảo Trang Nam Bình Minh Đức Long Hải Yến Nga Hạnh " +
        "Thắng Cường Kiên Trung Tùng Việt Vinh Xuân Thu Đông Hạ Ngọc Bảo Trân Châu An Khánh Huyền Diệp Giang Hà Hiền Hoa Hoàng " +
        "Hồng Huệ Kim Liên Loan Ly My Nhung Oanh Phúc Quỳnh Sáng Tâm Thành Thịnh Tiến Toàn Trí Tú Uyên Vân Vy Anh Ánh Bích Bắc " +
        "Cúc Chi Chiến Chinh Công Dung Duy Duyên Dương Đạt Đào Điệp Định Đồng Gấm Hân Hằng Hậu Hiệp Hiếu Hoan Hoài Hợp Huy Hưng " +
        "Khang Khải Khoa Khôi Kiều Lâm Lập Lê Liễu Lĩnh Lợi Luân Lực Lương Lý Mạnh Mến Mơ Mỹ Nghĩa Nguyên Nguyệt Nhàn Nhân Nhật " +
        "Nhi Như Ninh Phát Phong Phú Phước Phượng Quý Quyên Quyết Sang Sinh Tài Tân Thái Thanh Thi Thoa Thơm Thuận Thuỳ Thư " +
        "Thương Tín Tình Trà Trâm Trinh Trúc Trường Tuyết Tư Văn Vũ Vượng Xuyến Ý");

    public static readonly int[] GivenWeights =
        [.. Enumerable.Range(0, Givens.Length).Select(i => (int)(1000 / Math.Pow(i + 4, 0.9)))];

    /// <summary>Middle words; who has none has an empty one.</summary>
    public static readonly string[] Middles =
    [
        "Văn", "Thị", "Đình", "Hữu", "Ngọc", "Minh", "Quang", "Thanh", "Thị Thu", "Thị Ngọc", "Đức", "Công", "Xuân", "",
        "Thị Minh", "Bảo", "Gia", "Hoàng", "Thị Kim", "Văn Minh", "Quốc", "Trọng", "Mạnh", "Khánh", "Thị Thanh", "Kim", "Tiến",
        "Thế", "Phương", "Hồng", "Thuỳ", "Thị Hồng",
    ];

    public static readonly int[] MiddleWeights =
    [
        200, 250, 45, 45, 55, 50, 35, 45, 30, 30, 35, 25, 25, 18, 20, 20, 20, 18, 15, 4, 20, 12, 14, 12, 16, 9, 14, 12, 12, 10,
        10, 12,
    ];

    /// <summary>Middle words that only men have.</summary>
    public static readonly HashSet<string> OfMen = new(StringComparer.Ordinal)
    {
        "Văn", "Đình", "Hữu", "Đức", "Công", "Quốc", "Trọng", "Mạnh", "Tiến", "Văn Minh", "Quang",
    };

    /// <summary>A whole name of nobody in particular.</summary>
    public static string Any(Dice dice) => Join(
        dice.Of(Families, FamilyWeights), dice.Of(Middles, MiddleWeights), dice.Of(Givens, GivenWeights));

    public static string Join(params string[] parts) => string.Join(' ', parts.Where(part => part.Length > 0));

    private static string[] Words(string list) => list.Split(' ');
}
