using System.Globalization;

namespace XacThuc.Register.Cases.Bulk;

/// <summary>The cases of a preview as its form carries them (<c>id.version id.version …</c>): what comes in meanwhile is not proposed unseen.</summary>
internal static class SeenCases
{
    public static string Write(IEnumerable<BulkCase> shown) =>
        string.Join(' ', shown.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Case.Id}.{one.Case.Version}")));

    /// <summary>What no form of ours says is passed over.</summary>
    public static IEnumerable<ProposedCase> Read(string written)
    {
        foreach (var word in written.Split(' '))
        {
            if (word.Split('.') is [var id, var version] && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var key)
                && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                yield return new ProposedCase(key, number);
        }
    }
}
