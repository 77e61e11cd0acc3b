using System.Text;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Web.Data.Bulk;

namespace XacThuc.Register.Cases.Open;

/// <summary>Where somebody lives.</summary>
internal readonly record struct OwnerPlace(string Commune, string Hamlet)
{
    public override string ToString() => nameof(OwnerPlace);
}

/// <summary>Where the owners of the records' numbers live: it says which officer knows them.</summary>
internal sealed class OwnerPlaces
{
    private readonly Dictionary<long, OwnerPlace> _places = [];

    private OwnerPlaces()
    {
    }

    public static async Task<OwnerPlaces> Find(
        BulkWay way, IReadOnlyList<WrongRow> rows, CancellationToken stop)
    {
        var found = new OwnerPlaces();
        var ids = rows.Select(row => IdOf(row.Row)).Where(id => id != 0).Distinct().ToList();
        if (ids.Count == 0) return found;
        await using var command = way.NewCommand();
        var isOne = BulkList.Put(command, "PersonalId", ids);
        command.CommandText =
            $"""SELECT "PersonalId", "CommuneCode", "Hamlet" FROM people WHERE NOT "IsRemoved" AND {isOne}""";
        await using var owners = await command.ExecuteReaderAsync(stop);
        while (await owners.ReadAsync(stop))
            found._places[owners.GetInt64(0)] = new OwnerPlace(owners.GetString(1), owners.GetString(2));
        return found;
    }

    /// <summary>The record's own commune where it tells one, the owner's otherwise; the hamlet is always the owner's.</summary>
    public OwnerPlace Of(WrittenRow row)
    {
        var owner = _places.GetValueOrDefault(IdOf(row), new OwnerPlace("", ""));
        return row.CommuneCode.Length > 0 ? owner with { Commune = row.CommuneCode } : owner;
    }

    private static long IdOf(WrittenRow row) =>
        PersonalId.TryParse(Encoding.UTF8.GetBytes(row.IdNumber.Trim()), out var id) ? (long)id.Value : 0;
}
