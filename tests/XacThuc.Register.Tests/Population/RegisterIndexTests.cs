using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Matching;
using XacThuc.Register.Population;
using XacThuc.Register.Tests.Houses;
using XacThuc.Testing.Files;
using Xunit;

namespace XacThuc.Register.Tests.Population;

public sealed class RegisterIndexTests
{
    public static TheoryData<string> Kinds => GivenPlace.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_change_counts_at_once_and_without_packing_anew(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(5000)));
        await house.Import(file.Path);
        await house.Index.CatchUp(CancellationToken.None);
        var person = GivenPeople.Person(7);
        var files = Directory.GetFiles(house.Folder, "*.xti");

        await Change(house, person.PersonalId, row => row.FullName = "HOÀNG VĂN KHÁC");

        Assert.Equal(RecordStatus.Mismatched, await StatusOf(house, GivenPeople.Right(person)));
        Assert.Equal(RecordStatus.Matched, await StatusOf(house, GivenPeople.Right(person with { FullName = "Hoàng Văn Khác" })));
        Assert.Equal(RecordStatus.Matched, await StatusOf(house, GivenPeople.Right(GivenPeople.Person(8))));
        Assert.Equal(files, Directory.GetFiles(house.Folder, "*.xti"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Who_is_removed_is_nobody(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(10)));
        await house.Import(file.Path);

        await Change(house, GivenPeople.Person(7).PersonalId, row => row.IsRemoved = true);

        using var lease = await house.Index.Rent(CancellationToken.None);
        var byId = lease.Authenticator.Authenticate(GivenPeople.Right(GivenPeople.Person(7)));
        var byOldNumber = lease.Authenticator.Authenticate(GivenPeople.Right(GivenPeople.Person(7)) with { IdNumber = GivenPeople.Person(7).OldId });
        Assert.True(byId.Reasons.Contains(Reason.IdUnknown));
        Assert.True(byOldNumber.Reasons.Contains(Reason.IdUnknown));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Another_node_sees_a_change_within_seconds(string kind)
    {
        await using var place = GivenPlace.New(kind);
        await using var here = await GivenHouse.Start(place);
        await using var there = await GivenHouse.Start(place);
        using var file = new GivenFile(GivenPeople.Csv([GivenPeople.Person(1)]));

        await here.Import(file.Path);

        for (var i = 0; i < 100 && await StatusOf(there, GivenPeople.Right(GivenPeople.Person(1))) != RecordStatus.Matched; i++)
            await Task.Delay(100);
        Assert.Equal(RecordStatus.Matched, await StatusOf(there, GivenPeople.Right(GivenPeople.Person(1))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Losing_or_damaging_the_packed_file_loses_nothing(string kind)
    {
        await using var place = GivenPlace.New(kind);
        await using (var house = await GivenHouse.Start(place))
        {
            using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(6000)));
            await house.Import(file.Path);
        }

        var packed = Directory.GetFiles(place.Folder, "*.xti");
        var bytes = await File.ReadAllBytesAsync(packed[0]);
        bytes[bytes.Length / 2] ^= 1;
        await File.WriteAllBytesAsync(packed[0], bytes);
        await using var again = await GivenHouse.Start(place);

        Assert.Single(packed);
        Assert.Equal(RecordStatus.Matched, await StatusOf(again, GivenPeople.Right(GivenPeople.Person(5999))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Nobody_notices_that_a_newer_form_is_swapped_in(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(5000)));
        await house.Import(file.Path);
        using var stop = new CancellationTokenSource();
        var (asked, wrong) = (0, 0);
        var asking = Enumerable.Range(0, 4).Select(worker => Task.Run(async () =>
        {
            for (var i = worker; !stop.IsCancellationRequested; i += 4)
            {
                var person = GivenPeople.Person(1 + i % 5000);
                if (await StatusOf(house, GivenPeople.Right(person)) != RecordStatus.Matched) Interlocked.Increment(ref wrong);
                Interlocked.Increment(ref asked);
            }
        })).ToArray();

        for (var round = 0; round < 4; round++)
        {
            using var more = new GivenFile(GivenPeople.Csv(Enumerable.Range(6000 + round * 5000, 5000).Select(GivenPeople.Person)));
            await house.Import(more.Path);
            await Change(house, GivenPeople.Person(6000).PersonalId, row => row.CommuneCode = $"0621{round}");
        }

        await stop.CancelAsync();
        await Task.WhenAll(asking);
        Assert.Equal(0, wrong);
        Assert.True(asked > 100);
    }

    private static async Task<RecordStatus> StatusOf(GivenHouse house, WrittenRecord record)
    {
        using var lease = await house.Index.Rent(CancellationToken.None);
        return lease.Authenticator.Authenticate(record).Status;
    }

    // As an officer's correction does it.
    private static Task<int> Change(GivenHouse house, string personalId, Action<Person> change) => house.With(async services =>
    {
        var db = services.GetRequiredService<RegisterDb>();
        await using (var all = await db.Database.BeginTransactionAsync())
        {
            var id = long.Parse(personalId, System.Globalization.CultureInfo.InvariantCulture);
            var person = await db.Set<Person>().FirstAsync(p => p.PersonalId == id);
            change(person);
            person.Changed = await PopulationState.Advance(db.Database.GetDbConnection(), all.GetDbTransaction(), CancellationToken.None);
            await db.SaveChangesAsync();
            await all.CommitAsync();
        }

        await services.GetRequiredService<XacThuc.Register.Population.Index.RegisterIndex>().CatchUp(CancellationToken.None);
        return 0;
    });
}
