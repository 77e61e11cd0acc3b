using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Matching;
using XacThuc.Register.Population;
using XacThuc.Register.Population.Import;
using XacThuc.Register.Tests.Houses;
using XacThuc.Testing.Files;
using XacThuc.Web.Jobs;
using Xunit;

namespace XacThuc.Register.Tests.Population;

public sealed class PopulationImportTests
{
    public static TheoryData<string> Kinds => GivenPlace.Kinds;

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_file_again_changes_nothing(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(50_000)));

        var first = await house.Import(file.Path);
        var again = await house.Import(file.Path);

        Assert.Equal(new ImportCounts(50_000, 50_000, 0, 0, 0), first);
        Assert.Equal(new ImportCounts(50_000, 0, 0, 50_000, 0), again);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Only_what_differs_is_changed(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(100)));
        var moved = GivenPeople.People(120).Select((p, i) => i < 10 ? p with { CommuneCode = "06217" } : i < 20 ? p with { OldId = "" } : p);
        using var other = new GivenFile(GivenPeople.Csv(moved));

        await house.Import(file.Path);
        var counts = await house.Import(other.Path);

        Assert.Equal(new ImportCounts(120, 20, 20, 80, 0), counts);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_hamlet_is_kept_until_a_file_tells_another(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        var people = GivenPeople.Csv(GivenPeople.People(2)).Split('\n');
        using var told = new GivenFile($"{people[0]},thôn\n{people[1]},Nà Nùng\n{people[2]},\n");
        using var silent = new GivenFile(string.Join('\n', people));
        using var other = new GivenFile($"{people[0]},thôn\n{people[1]},Bản Vàng\n{people[2]},\n");

        await house.Import(told.Path);
        var same = await house.Import(silent.Path);
        var before = await Hamlets(house);
        var changed = await house.Import(other.Path);

        Assert.Equal((2, 1), (same.Same, changed.Changed));
        Assert.Equal(["", "Nà Nùng"], before);
        Assert.Equal(["", "Bản Vàng"], await Hamlets(house));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Two_people_with_one_number_are_both_kept_and_a_file_that_knows_better_mends_it(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        var (one, other) = (GivenPeople.Person(1), GivenPeople.Person(2) with { PersonalId = GivenPeople.Person(1).PersonalId });
        using var both = new GivenFile(GivenPeople.Csv([one, GivenPeople.Person(3), other, one]));
        using var mended = new GivenFile(GivenPeople.Csv([one]));

        var first = await house.Import(both.Path);
        var again = await house.Import(both.Path);
        var ambiguous = await Authenticate(house, GivenPeople.Right(one));
        var last = await house.Import(mended.Path);
        var clear = await Authenticate(house, GivenPeople.Right(one));

        Assert.Equal(new ImportCounts(4, 3, 0, 1, 2), first);
        Assert.Equal(new ImportCounts(4, 0, 0, 4, 2), again);
        Assert.True(ambiguous.Reasons.Contains(Reason.IdAmbiguous));
        Assert.Equal(new ImportCounts(1, 0, 1, 1, 0), last);
        Assert.Equal(RecordStatus.Matched, clear.Status);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Good_rows_go_in_and_bad_ones_are_told_by_line(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var client = house.Client();
        var csv = GivenPeople.Csv(GivenPeople.People(3)) + "12,,A B,Nam,1990,06226\n"
            + GivenPeople.Csv([GivenPeople.Person(4) with { DateOfBirth = "31/02/1990" }]).Split('\n')[1] + "\n";
        using var body = new StringContent(csv, Encoding.UTF8, "text/csv");

        var asked = await client.PostAsync(new Uri("/api/v1/population/import", UriKind.Relative), body);
        var job = await Done(house, asked.Headers.Location!);
        var told = await client.GetFromJsonAsync<JsonObject>(new Uri(job.ResultPath!, UriKind.Relative));

        Assert.Equal(HttpStatusCode.Accepted, asked.StatusCode);
        Assert.Equal(JobState.Done, job.State);
        Assert.Equal("""{"read":5,"added":4,"changed":0,"same":0,"problems":2}""", job.Counts);
        Assert.Equal([5L, 6L], told!["problems"]!.AsArray().Select(problem => problem!["line"]!.GetValue<long>()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_file_that_is_no_table_is_refused_in_a_sentence_without_our_paths(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var client = house.Client();
        using var body = new ByteArrayContent([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31]);

        var asked = await client.PostAsync(new Uri("/api/v1/population/import", UriKind.Relative), body);
        var job = await Done(house, asked.Headers.Location!);

        Assert.Equal(JobState.Failed, job.State);
        Assert.DoesNotContain(house.Folder, job.Problem!, StringComparison.Ordinal);
        Assert.NotEmpty(job.Problem!);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_key_asks_for_the_same_job(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var client = house.Client();
        client.DefaultRequestHeaders.Add("Idempotency-Key", "k1");
        var csv = GivenPeople.Csv(GivenPeople.People(3));

        var first = await client.PostAsync(new Uri("/api/v1/population/import", UriKind.Relative), new StringContent(csv, System.Text.Encoding.UTF8, "text/csv"));
        var again = await client.PostAsync(new Uri("/api/v1/population/import", UriKind.Relative), new StringContent(csv, System.Text.Encoding.UTF8, "text/csv"));

        Assert.Equal(first.Headers.Location, again.Headers.Location);
        await Done(house, first.Headers.Location!);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task The_same_key_for_another_file_is_refused(string kind)
    {
        await using var house = await GivenHouse.Start(kind);
        using var client = house.Client();
        client.DefaultRequestHeaders.Add("Idempotency-Key", "k1");

        var first = await client.PostAsync(new Uri("/api/v1/population/import", UriKind.Relative), new StringContent(GivenPeople.Csv(GivenPeople.People(3)), System.Text.Encoding.UTF8, "text/csv"));
        var other = await client.PostAsync(new Uri("/api/v1/population/import", UriKind.Relative), new StringContent(GivenPeople.Csv(GivenPeople.People(4)), System.Text.Encoding.UTF8, "text/csv"));

        Assert.Equal(System.Net.HttpStatusCode.UnprocessableEntity, other.StatusCode);
        Assert.Contains("idempotency_key.reused", await other.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await Done(house, first.Headers.Location!);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task An_import_killed_in_the_middle_goes_on_where_it_was_and_doubles_nothing(string kind)
    {
        await using var place = GivenPlace.New(kind);
        const int count = 300_000;
        using var file = new GivenFile(GivenPeople.Csv(GivenPeople.People(count)));
        var kills = 0;
        using (var house = await ChildHouse.Start(place))
        {
            var location = await house.Ask(file.Path);
            await house.WaitFor(location, done => done > 0);
            house.Kill();
            kills++;
        }

        for (; kills < 3; kills++)
        {
            using var next = await ChildHouse.Start(place);
            await Task.Delay(300 * kills);
            next.Kill();
        }

        await using var last = await GivenHouse.Start(place);
        var job = await Done(last, new Uri("/api/v1/jobs/1", UriKind.Relative));
        var people = await last.With(services => services.GetRequiredService<RegisterDb>().Set<Person>().CountAsync());

        Assert.Equal(JobState.Done, job.State);
        Assert.Equal($$"""{"read":{{count}},"added":{{count}},"changed":0,"same":0,"problems":0}""", job.Counts);
        Assert.Equal(count, people);
    }

    private static async Task<Comparison> Authenticate(GivenHouse house, WrittenRecord record)
    {
        using var lease = await house.Index.Rent(CancellationToken.None);
        return lease.Authenticator.Authenticate(record);
    }

    private static async Task<Job> Done(GivenHouse house, Uri location)
    {
        var id = long.Parse(location.ToString().Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
        for (var i = 0; i < 1200; i++)
        {
            var job = await house.With(services => services.GetRequiredService<RegisterDb>().Jobs.AsNoTracking().FirstAsync(j => j.Id == id));
            if (job.State is JobState.Done or JobState.Failed) return job;
            await Task.Delay(100);
        }

        throw new TimeoutException("The job did not end.");
    }

    private static Task<string[]> Hamlets(GivenHouse house) => house.With(async services =>
        (string[])[.. (await services.GetRequiredService<RegisterDb>().Set<Person>().Select(person => person.Hamlet).ToListAsync()).Order(StringComparer.Ordinal)]);
}
