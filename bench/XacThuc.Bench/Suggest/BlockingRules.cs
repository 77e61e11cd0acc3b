namespace XacThuc.Bench.Suggest;

/// <summary>Blocking rules as people write them for Splink: r is the record, p the person.</summary>
internal static class BlockingRules
{
    public static readonly string[] Narrow =
    [
        "r.id = p.id",
        "r.plain = p.plain AND r.y = p.y",
        "r.y = p.y AND r.m = p.m AND r.d = p.d AND r.given = p.given",
        "r.plain = p.plain AND r.m = p.m AND r.d = p.d",
        "r.family = p.family AND r.given = p.given AND r.y = p.y AND r.m = p.m",
        "r.id[-6:] = p.id[-6:] AND r.given = p.given",
    ];

    public static readonly string[] Wide =
    [
        .. Narrow,
        "r.plain = p.plain",
        "r.y = p.y AND r.m = p.m AND r.d = p.d",
        "r.given = p.given AND r.y = p.y AND r.m = p.m",
        "r.id[1:6] = p.id[1:6] AND r.given = p.given",
        "r.commune = p.commune AND r.given = p.given AND r.y = p.y",
    ];
}
