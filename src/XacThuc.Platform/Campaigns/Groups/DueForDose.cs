using Microsoft.EntityFrameworkCore;
using XacThuc.Matching;
using XacThuc.Platform.Doses;
using XacThuc.Platform.Vaccines;
using XacThuc.Platform.Vaccines.Schedules;

namespace XacThuc.Platform.Campaigns.Groups;

/// <summary>For whom a next dose is due: by the same rules as at the desk, once for each campaign and in parts, not with each look.</summary>
internal static class DueForDose
{
    /// <summary>Which of some records.</summary>
    /// <param name="db">The house's database.</param>
    /// <param name="born">Dates of birth as read, packed, by record.</param>
    /// <param name="today">The day.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<HashSet<long>> Among(PlatformDb db, IReadOnlyDictionary<long, int> born, DateOnly today, CancellationToken stop)
    {
        var ids = born.Keys.ToArray();
        var doses = await db.Set<Dose>().AsNoTracking().Where(dose => EF.Parameter(ids).Contains(dose.RecordId) && dose.State == DoseState.Valid)
            .Select(dose => new { dose.RecordId, dose.Product, dose.GivenOn, dose.Number }).ToListAsync(stop);
        return [.. doses.GroupBy(dose => dose.RecordId)
            .Where(group => IsDue(born[group.Key], [.. group.Where(dose => ProductCode.TryParse(dose.Product, null, out _))
                .Select(dose => new DoseGiven(ProductCode.Parse(dose.Product), dose.GivenOn, dose.Number))], today))
            .Select(group => group.Key)];
    }

    private static bool IsDue(int bornOn, IReadOnlyList<DoseGiven> given, DateOnly today)
    {
        var person = new Vaccinee(bornOn == 0 ? default : PartialDate.FromPacked((uint)bornOn));
        return given.Select(dose => VaccineCatalogue.Standard.FindSchedule(dose.Product)).OfType<Schedule>().Distinct()
            .Any(schedule => schedule.FindNextDue(person, given) is { } due && due.First <= today);
    }
}
