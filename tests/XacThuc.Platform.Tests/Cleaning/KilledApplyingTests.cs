using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Matching;
using XacThuc.Platform.Cleaning;
using XacThuc.Platform.Cleaning.Apply;
using XacThuc.Platform.Records;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Acts;
using XacThuc.Web.Jobs;
using Xunit;

namespace XacThuc.Platform.Tests.Cleaning;

/// <summary>The work that applies a list, cut off at many moments: what is saved is saved with how far it came.</summary>
public sealed class KilledApplyingTests
{
    private const int Rows = 600;

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task However_often_it_is_cut_off_each_record_changes_once(Database database)
    {
        await using var given = await GivenList.Drawn(database, Records());
        var list = await given.List();
        await given.Move("send");
        await GivenList.Until(() => Task.FromResult(given.Partner.Lists.Sum(part => part.Lines.Count) == list.Rows));
        var signed = given.Confirmed();
        var receipt = await given.HandOver(signed with
        {
            Lines = [.. signed.Lines.Select(line => line with { FullName = $"Lý Văn {(char)('A' + line.Number % 20)}" })],
        });
        Assert.True(receipt.IsTaken, receipt.En);
        var job = await Paused(given, list);

        // Ever a little longer, from nothing: the moments lie all over the work, however fast the machine is.
        var cuts = 0;
        while (!await TryRun(given, job, TimeSpan.FromMilliseconds(5 * Math.Pow(1.3, cuts)))) cuts++;

        Assert.True(cuts > 0, "It was never cut off.");
        var versions = await given.House.InDb(db => db.Set<RecordVersion>().ToListAsync());
        Assert.Equal(Rows, versions.Count);
        Assert.Equal(Rows, versions.Select(version => version.RecordId).Distinct().Count());
        Assert.All(await given.Rows(), row => Assert.Equal(RowState.Applied, row.State));
        await given.House.Ended((await given.List()).RunId!.Value);
        Assert.All(await given.House.Records(), record => Assert.Equal((2, RecordStatus.Matched), (record.Version, record.Status!.Value)));
        Assert.Equal(1, await given.House.InDb(db => db.Jobs.CountAsync(one => one.IdempotencyKey == $"cleaning:{list.Code}")));
    }

    // The house's own runner leaves a paused job alone: the test is the one that runs it, and cuts it off.
    private static async Task<long> Paused(GivenList given, CleaningList list) => await given.House.InDb(async db =>
    {
        var job = new Job
        {
            Kind = ApplyList.Kind,
            Input = JsonSerializer.Serialize(new ApplyInput(list.Id), JsonSerializerOptions.Web),
            UnitId = list.UnitId,
            AskedBy = JsonSerializer.Serialize(new Actor("nurse", "TYT-06226", "HealthStation"), JsonSerializerOptions.Web),
            AskedAt = DateTimeOffset.UnixEpoch,
            Language = "vi",
            IdempotencyKey = list.Code,
            State = JobState.Paused,
        };
        db.Jobs.Add(job);
        await db.SaveChangesAsync();
        return job.Id;
    });

    private static async Task<bool> TryRun(GivenList given, long id, TimeSpan time)
    {
        using var cut = new CancellationTokenSource(time);
        try
        {
            return await given.House.InScope(async services =>
            {
                var job = await services.GetRequiredService<PlatformDb>().Jobs.AsNoTracking().FirstAsync(job => job.Id == id);
                var result = await services.GetRequiredService<ApplyList>().Run(new JobRun(job, TimeProvider.System), cut.Token);
                return result.Match(_ => true, refusal => throw new InvalidOperationException(refusal.Code));
            });
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private static string Records()
    {
        var text = new StringBuilder("record_id,full_name,sex,date_of_birth,id_number,commune_code\n");
        for (var i = 0; i < Rows; i++)
            text.Append(CultureInfo.InvariantCulture, $"r{i},Lý Văn X,Nam,02/09/1978,{20_078_000_000 + i:000000000000},06226\n");
        return text.ToString();
    }
}
