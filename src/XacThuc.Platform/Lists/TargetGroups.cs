using System.Text.Json;
using XacThuc.Matching.Reading;
using XacThuc.Matching.Texts;

namespace XacThuc.Platform.Lists;

/// <summary>A group of people who are vaccinated first.</summary>
/// <param name="Code">Its code, stable.</param>
/// <param name="Vi">Its name.</param>
/// <param name="En">The same in English.</param>
internal sealed record TargetGroup(string Code, string Vi, string En)
{
    /// <summary>In the language spoken.</summary>
    public string Name => Speech.Say(Vi, En);
}

/// <summary>The groups in force, from <c>target-groups.json</c>: data, for they changed with each decision (3355/QĐ-BYT and after).</summary>
internal static class TargetGroups
{
    /// <summary>All, in the order of the decision.</summary>
    public static IReadOnlyList<TargetGroup> All { get; } = Read();

    /// <summary>The group that somebody means by its code, its number or its name; none where no group is meant.</summary>
    public static TargetGroup? Find(string written)
    {
        var word = NameText.SearchOf(written);
        var digits = string.Concat(written.Where(char.IsAsciiDigit)).TrimStart('0');
        return All.FirstOrDefault(group => group.Code.Equals(written.Trim(), StringComparison.OrdinalIgnoreCase))
            ?? (word.Length > 3 ? All.FirstOrDefault(group => NameText.SearchOf(group.Vi).Equals(word, StringComparison.Ordinal)) : null)
            ?? (digits.Length > 0 && word is "" or "nhom" ? All.FirstOrDefault(group => group.Code[1..].TrimStart('0').Equals(digits, StringComparison.Ordinal)) : null);
    }

    private static TargetGroup[] Read()
    {
        using var stream = typeof(TargetGroups).Assembly.GetManifestResourceStream("target-groups.json")!;
        return JsonSerializer.Deserialize<TargetGroup[]>(stream, JsonSerializerOptions.Web)!;
    }
}
