namespace XacThuc.Cli.Sample;

/// <summary>
/// The communes of Cao Lộc district (code 183), Lạng Sơn, with the codes of the General Statistics Office until June 2025,
/// and about how many of the district's people live there.
/// </summary>
internal static class CaoLoc
{
    public static (int Code, string Name, int Weight)[] Communes { get; } =
    [
        (6184, "Thị trấn Đồng Đăng", 92), (6187, "Thị trấn Cao Lộc", 88), (6190, "Xã Bảo Lâm", 34), (6193, "Xã Thanh Lòa", 22),
        (6196, "Xã Cao Lâu", 40), (6199, "Xã Thạch Đạn", 32), (6202, "Xã Xuất Lễ", 45), (6205, "Xã Hồng Phong", 33),
        (6208, "Xã Thụy Hùng", 42), (6211, "Xã Lộc Yên", 31), (6214, "Xã Phú Xá", 32), (6217, "Xã Bình Trung", 24),
        (6220, "Xã Hải Yến", 26), (6223, "Xã Hòa Cư", 30), (6226, "Xã Hợp Thành", 28), (6232, "Xã Công Sơn", 14),
        (6235, "Xã Gia Cát", 52), (6238, "Xã Mẫu Sơn", 8), (6241, "Xã Xuân Long", 24), (6244, "Xã Tân Liên", 42),
        (6247, "Xã Yên Trạch", 42), (6250, "Xã Tân Thành", 38),
    ];

    /// <summary>The name of a commune of the district by its five-digit code.</summary>
    public static string? NameOf(string code) =>
        int.TryParse(code, out var number) ? Communes.FirstOrDefault(commune => commune.Code == number).Name : null;
}
