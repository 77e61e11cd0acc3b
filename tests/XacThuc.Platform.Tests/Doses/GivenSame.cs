using System.Net;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Doses.Same;
using XacThuc.Platform.Tests.Houses;

namespace XacThuc.Platform.Tests.Doses;

/// <summary>What people do with pairs of the given doses.</summary>
internal static class GivenSame
{
    /// <summary>Seeks again for the district, and gives all pairs.</summary>
    public static async Task<List<SamePair>> Seek(this GivenDoses given)
    {
        var page = await given.District.GetStringAsync("/doses/same", GivenHouse.Stop);
        using var sought = await given.District.Submit("/doses/same", page);
        await given.House.Ended(await given.House.InDb(db => db.Jobs.Where(job => job.Kind == "same.seek").MaxAsync(job => job.Id)));
        return await given.Pairs();
    }

    public static Task<List<SamePair>> Pairs(this GivenDoses given) =>
        given.House.InDb(db => db.Set<SamePair>().AsNoTracking().OrderBy(pair => pair.Id).ToListAsync());

    public static async Task<SameState> StateOf(this GivenDoses given, SamePair pair) => (await given.Pairs()).Single(one => one.Id == pair.Id).State;

    /// <summary>Does something with a pair.</summary>
    public static async Task<(HttpStatusCode Status, string Page)> Do(
        this HttpClient who, SamePair pair, string what, string reason = "xem sổ tiêm", params (string Name, string Value)[] more)
    {
        var page = await who.GetStringAsync($"/doses/same/{pair.Id}", GivenHouse.Stop);
        return await GivenDoses.Read(who.Submit($"/doses/same/{pair.Id}?handler={what}", page, [("reason", reason), .. more]));
    }

    public static Task<(HttpStatusCode Status, string Page)> Propose(this HttpClient who, SamePair pair, long? stands = null, string reason = "xem sổ tiêm") =>
        who.Do(pair, "propose", reason, ("stands", $"{stands ?? pair.FirstId}"));
}
