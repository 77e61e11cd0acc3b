using Microsoft.EntityFrameworkCore;
using XacThuc.Matching.Reading;
using XacThuc.Platform.Records;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;

namespace XacThuc.Platform.Lists.Edit;

/// <summary>What the form of a person shows.</summary>
/// <param name="Fields">What stands in its fields.</param>
/// <param name="Read">What is understood of them; none where nothing was typed yet.</param>
/// <param name="Communes">Communes to choose from.</param>
internal sealed record PersonForm(PersonFields Fields, ReadFields? Read, IReadOnlyList<(string Code, string Name)> Communes)
{
    /// <summary>Nothing of the person.</summary>
    public override string ToString() => nameof(PersonForm);

    /// <summary>The form of fields, with the communes of the district.</summary>
    public static async Task<PersonForm> Of(PlatformDb db, PersonFields fields, bool isTyped, DateOnly today, SignedIn me, CancellationToken stop)
    {
        var district = string.Join('/', me.Path.Split('/').Take(3)) + "/";

        // Also those whose time is over: a house works on with the communes of its units.
        var communes = await db.Places.AsNoTracking().Where(place => place.Level == PlaceLevel.Commune && place.Path.StartsWith(district)).ToListAsync(stop);
        return new PersonForm(
            fields, isTyped ? ReadFields.Of(fields.Written, new FieldReading(today)) : null,
            [.. communes.OrderByDescending(place => place.ValidFrom).DistinctBy(place => place.Code, StringComparer.Ordinal)
                .OrderBy(place => place.Name, StringComparer.Ordinal).Select(place => (place.Code, place.Name))]);
    }
}
