namespace XacThuc.Tables;

/// <summary>Where outputs may not go: into a file that is read, or two into one.</summary>
public static class OutputPlaces
{
    private static readonly StringComparer Names =
        OperatingSystem.IsLinux() ? StringComparer.Ordinal : StringComparer.OrdinalIgnoreCase;

    /// <summary>Why the outputs may not be written as named; null where they may.</summary>
    public static string? RefusalOf(ReadOnlySpan<string?> inputs, ReadOnlySpan<string?> outputs)
    {
        var taken = new HashSet<string>(Names);
        foreach (var input in inputs)
            if (Place(input) is { } place) taken.Add(place);
        var read = taken.ToHashSet(Names);
        foreach (var output in outputs)
        {
            if (Place(output) is not { } place || taken.Add(place)) continue;
            return $"{output}: {(read.Contains(place) ? FileSentences.ReplacesInput : FileSentences.NamedTwice)}";
        }

        return null;
    }

    // Standard output and devices may be named again and again; what is no path is told of when it is opened.
    private static string? Place(string? path)
    {
        if (string.IsNullOrWhiteSpace(path) || path.Contains('\0', StringComparison.Ordinal) || path is "-" ||
            path.StartsWith("/dev/", StringComparison.Ordinal)) return null;
        var full = Path.GetFullPath(path);
        try
        {
            return File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return full;
        }
    }
}
