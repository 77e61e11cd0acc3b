using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Portal.Register;
using XacThuc.Web.Accounts;

namespace XacThuc.Platform.Lists.Registered;

/// <summary>Where somebody who registered stands already, told before they are put on a list; the engine looks closer then.</summary>
internal static class FindKnown
{
    /// <summary>By reference of the registration: the list that has the same number, or the same name and birth date.</summary>
    public static async Task<IReadOnlyDictionary<string, SurveyList>> Run(PlatformDb db, IReadOnlyList<OwnRegistration> owns, SignedIn me, CancellationToken stop)
    {
        var digits = owns.Where(own => own.Digits.Length > 0).Select(own => own.Digits).Distinct(StringComparer.Ordinal).ToArray();
        var names = owns.Select(own => own.NameSearch).Distinct(StringComparer.Ordinal).ToArray();
        var there = await db.ListsOf(me).AsNoTracking().Where(list => list.State != ListState.GivenUp)
            .Join(db.Set<ListedPerson>(), list => list.Id, person => person.ListId, (list, person) => new { list, person })
            .Where(pair => pair.person.State != PersonState.Withdrawn
                && ((pair.person.Digits != "" && EF.Parameter(digits).Contains(pair.person.Digits)) || EF.Parameter(names).Contains(pair.person.NameSearch)))
            .Select(pair => new { pair.list, pair.person.Digits, pair.person.NameSearch, pair.person.BornOn }).ToListAsync(stop);
        var known = new Dictionary<string, SurveyList>(StringComparer.Ordinal);
        foreach (var own in owns)
        {
            var found = there.Find(one => one.list.Dose == own.Dose
                && ((own.Digits.Length > 0 && own.Digits.Equals(one.Digits, StringComparison.Ordinal))
                    || (own.BornOn == one.BornOn && own.NameSearch.Equals(one.NameSearch, StringComparison.Ordinal))));
            if (found is not null) known[own.Ref] = found.list;
        }

        return known;
    }
}
