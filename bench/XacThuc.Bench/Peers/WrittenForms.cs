namespace XacThuc.Bench.Peers;

/// <summary>What a careful program does with the fields before it compares them: no more than the commonest forms.</summary>
internal static class WrittenForms
{
    public const string ResultHeading = "record_id,status,name,sex,date_of_birth,id_number,reasons";

    public static string Name(string written)
    {
        var upper = written.Trim().ToUpperInvariant();
        return upper.Contains("  ", StringComparison.Ordinal)
            ? string.Join(' ', upper.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            : upper;
    }

    public static string Sex(string written) => written.Trim().ToUpperInvariant() switch
    {
        "NAM" or "M" or "MALE" or "1" => "M",
        "NỮ" or "NU" or "F" or "FEMALE" or "0" => "F",
        _ => "",
    };

    /// <summary>ISO, as precise as it was written.</summary>
    public static string Date(string written)
    {
        var parts = written.Trim().Split('/', '-', '.');
        if (parts.Length == 1 || parts[0].Length == 4) return written.Trim();
        for (var i = 0; i < parts.Length - 1; i++) parts[i] = parts[i].PadLeft(2, '0');
        Array.Reverse(parts);
        return string.Join('-', parts);
    }

    /// <summary>0 when it is no number.</summary>
    public static long Number(string written) => long.TryParse(written, out var number) ? number : 0;

    public static string Verdict(bool isRight) => isRight ? "right" : "wrong";
}
