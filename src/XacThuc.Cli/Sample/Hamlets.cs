namespace XacThuc.Cli.Sample;

/// <summary>Hamlets of the sample: names as they are common in Lạng Sơn (nà: field, bản: village, pò: hill, khuổi: stream).</summary>
internal static class Hamlets
{
    private const int Fewest = 5;
    private const int More = 5;

    private static readonly string[] Names =
    [
        "Nà Nùng", "Nà Pàn", "Nà Mò", "Nà Va", "Nà Rọ", "Nà Múc", "Nà Lầm", "Nà Tậu", "Bản Vàng", "Bản Cưởm", "Bản Lề", "Bản Mìn",
        "Bản Xâm", "Pò Cháu", "Pò Mã", "Pò Nghiều", "Pò Riềng", "Khuổi Mươi", "Khuổi Tát", "Khuổi Phầy", "Còn Kéo", "Còn Pheo",
        "Còn Quyền", "Pác Đây", "Pác Luống", "Lũng Cùng", "Lũng Vài", "Phai Trần", "Phai Duốc", "Co Cam", "Co Sâu", "Tằm Lốc",
        "Tằm Nguyên", "Cốc Toòng", "Cốc Lùng", "Kéo Tào", "Song Áng", "Hòa Bình", "Đồng Tiến", "Tân Tiến",
    ];

    /// <summary>The name of a hamlet of a commune.</summary>
    /// <param name="commune">The commune's code.</param>
    /// <param name="hamlet">Any number, counted around.</param>
    public static string NameOf(int commune, int hamlet)
    {
        var count = Fewest + (int)(Dice.Mix((ulong)commune) % More);
        // Seven steps share no divisor with forty names: no two hamlets of a commune have the same.
        return Names[(commune + hamlet % count * 7) % Names.Length];
    }
}
