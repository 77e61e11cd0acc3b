namespace XacThuc.Web.Units;

/// <summary>Levels of administration.</summary>
public enum PlaceLevel
{
    /// <summary>Tỉnh, thành phố.</summary>
    Province = 1,

    /// <summary>Huyện; ended in July 2025.</summary>
    District = 2,

    /// <summary>Xã, phường, thị trấn.</summary>
    Commune = 3,

    /// <summary>Thôn, bản, khối phố; without an official code.</summary>
    Hamlet = 4,
}

/// <summary>An administrative unit during the time it existed as such: codes of the General Statistics Office.</summary>
public sealed class Place
{
    /// <summary>Key.</summary>
    public long Id { get; private set; }

    /// <summary>Official code: 2 digits province, 3 district, 5 commune; hamlets have the commune's and a number.</summary>
    public required string Code { get; init; }

    /// <summary>Level.</summary>
    public required PlaceLevel Level { get; init; }

    /// <summary>Vietnamese name with its kind: "Xã Hợp Thành".</summary>
    public required string Name { get; set; }

    /// <summary>Codes from the province down to this one, each behind a slash: <c>/20/183/06226/</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The first day on which it was so.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day on which it was so; none while it still is.</summary>
    public DateOnly? ValidTo { get; set; }

    /// <summary>The code of the unit of the same level that it became part of, where it ended.</summary>
    public string? SuccessorCode { get; set; }

    /// <summary>Which loading of places wrote it last, counted from 1; tells a cached book that it is out of date.</summary>
    public long Edition { get; set; }

    /// <summary>The code of the unit above, none for a province.</summary>
    public string? ParentCode => Path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [.., var above, _] ? above : null;

    /// <summary>The name inside a sentence: "xã Hợp Thành".</summary>
    public string NameInSentence => string.Concat(Name[..1].ToLowerInvariant(), Name.AsSpan(1));

    /// <summary>Whether it existed as such on a day.</summary>
    public bool IsValidOn(DateOnly day) => day >= ValidFrom && (ValidTo is null || day <= ValidTo);
}
