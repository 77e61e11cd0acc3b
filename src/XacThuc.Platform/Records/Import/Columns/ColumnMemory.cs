using System.Globalization;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using XacThuc.Tables.Headings;

namespace XacThuc.Platform.Records.Import.Columns;

/// <summary>What a unit once said of the columns of files with these headings, so that it need not say it again.</summary>
public sealed class ColumnMemory
{
    /// <summary>The unit.</summary>
    public required long UnitId { get; init; }

    /// <summary>Hash of the headings.</summary>
    public required string Signature { get; init; }

    /// <summary>What was said, JSON of a <see cref="ColumnChoice"/>.</summary>
    public required string Choice { get; set; }

    /// <summary>The choice of its JSON.</summary>
    public static ColumnChoice? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<ColumnChoice>(json, JsonSerializerOptions.Web);

    /// <summary>The JSON of a choice.</summary>
    public static string Write(ColumnChoice choice) => JsonSerializer.Serialize(choice, JsonSerializerOptions.Web);

    /// <summary>The signature of headings.</summary>
    public static string SignatureOf(IEnumerable<string> headings) => XxHash128.HashToUInt128(
        Encoding.UTF8.GetBytes(string.Join('\u001F', headings))).ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>What a unit said of such headings; none where it said nothing.</summary>
    internal static async Task<string?> Find(PlatformDb db, long unitId, IEnumerable<string> headings, CancellationToken stop)
    {
        var signature = SignatureOf(headings);
        return await db.Set<ColumnMemory>().Where(memory => memory.UnitId == unitId && memory.Signature == signature)
            .Select(memory => memory.Choice).FirstOrDefaultAsync(stop);
    }

    /// <summary>Keeps what a unit says of such headings; saved with the next change.</summary>
    internal static async Task Keep(PlatformDb db, long unitId, ColumnChoice choice, CancellationToken stop)
    {
        var signature = SignatureOf(choice.Headings);
        if (await db.Set<ColumnMemory>().FindAsync([unitId, signature], stop) is { } known) known.Choice = Write(choice);
        else db.Add(new ColumnMemory { UnitId = unitId, Signature = signature, Choice = Write(choice) });
    }
}
