using System.Net;
using Microsoft.AspNetCore.Http;
using XacThuc.Certificates.Documents.Sample;
using XacThuc.Platform.Sessions.Sign.Remote;
using XacThuc.Platform.Sessions.Sign.Remote.Csc;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Testing.Signing;
using XacThuc.Web.Data;
using XacThuc.Web.Hosting;
using Xunit;

namespace XacThuc.Platform.Tests.Sessions.Remote;

/// <summary>Every way in which no signature comes from a service: it is said, and nothing is signed.</summary>
public sealed class RemoteRefusalsTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task A_signer_who_declines_has_signed_nothing(int version, bool givesHandles)
    {
        await using var given = await GivenRemote.Start(version: version);
        given.Service.GivesHandles = givesHandles;

        await given.Ask();
        await given.Rings();
        given.Service.Press(agrees: false);
        var request = await given.Until(RemoteState.Failed);

        Assert.Equal(RemoteProblem.Declined, request.Problem);
        Assert.Contains("The signer declined on the phone", await given.Page(), StringComparison.Ordinal);
        await given.NothingIsSigned();
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public async Task A_signer_who_says_nothing_is_not_waited_for_for_ever(int version, bool givesHandles)
    {
        await using var given = await GivenRemote.Start(version: version, confirm: 5);
        given.Service.GivesHandles = givesHandles;

        await given.Ask();
        var request = await given.Until(RemoteState.Failed);

        Assert.Equal(RemoteProblem.TimedOut, request.Problem);
        await given.NothingIsSigned();
    }

    [Fact]
    public async Task A_certificate_that_would_not_be_believed_is_refused_before_the_phone_rings()
    {
        await using var given = await GivenRemote.Start();
        var folder = Directory.CreateTempSubdirectory("xacthuc-strange-");
        SampleAuthority.Open(folder.FullName, TimeProvider.System.GetUtcNow()).Dispose();

        given.Service.Signers["GX0112348"] = GivenSigner.Of(folder.FullName);
        var stranger = await given.Ask();
        given.Service.Signers["GX0112348"] = GivenSigner.Of(given.Authority, isOver: true);
        var over = await given.Ask();

        folder.Delete(recursive: true);
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (stranger.Status, over.Status));
        Assert.Contains("NOT trusted", stranger.Page, StringComparison.Ordinal);
        Assert.Contains("expired", over.Page, StringComparison.Ordinal);
        Assert.Equal(0, given.Service.Rings);
        await given.NothingIsSigned();
    }

    [Theory]
    [InlineData("ecdsa")]
    [InlineData("rsa")]
    public async Task A_signature_by_another_key_is_not_taken(string kind)
    {
        await using var given = await GivenRemote.Start(kind: kind);
        given.Service.Impostor = GivenSigner.Of(given.Authority, kind);

        await given.Ask();
        await given.Rings();
        given.Service.Press(agrees: true);
        var request = await given.Until(RemoteState.Failed);

        Assert.Equal(RemoteProblem.WrongSignature, request.Problem);
        await given.NothingIsSigned();
    }

    [Fact]
    public async Task Somebody_whom_the_service_does_not_know_or_whose_certificate_it_leads_elsewhere_is_told()
    {
        await using var given = await GivenRemote.Start();

        var unknown = await given.Day.Send(given.Day.Survey.Committee, "remote", "ask", ("userId", "020061000778"));
        var nobody = await given.Day.Send(given.Day.Survey.Committee, "remote", "ask", ("userId", " "));
        given.Service.Mode = "oauth2code";
        var elsewhere = await given.Ask();
        given.Service.Signers.Clear();
        var none = await given.Ask();

        Assert.Contains("no certificate of this user", unknown.Page, StringComparison.Ordinal);
        Assert.Contains("Say the signer's user id", nobody.Page, StringComparison.Ordinal);
        Assert.Contains("confirmed on a page of the service", elsewhere.Page, StringComparison.Ordinal);
        Assert.Contains("no certificate of this user", none.Page, StringComparison.Ordinal);
        await given.NothingIsSigned();
    }

    [Fact]
    public async Task A_service_that_does_not_let_the_house_in_answers_otherwise_or_not_at_all_is_told_apart()
    {
        await using var closed = await GivenRemote.Start(secret: "sai");
        await using var given = await GivenRemote.Start();

        var notLetIn = await closed.Ask();
        given.Service.Fails = async (_, _, context) =>
        {
            await context.Response.WriteAsync("<html>Bảo trì</html>");
            return true;
        };
        var strange = await given.Ask();
        given.Service.Fails = (_, _, context) =>
        {
            context.Abort();
            return Task.FromResult(true);
        };
        var away = await given.Ask();

        Assert.Contains("does not let this house in", notLetIn.Page, StringComparison.Ordinal);
        Assert.Contains("not what the standard says", strange.Page, StringComparison.Ordinal);
        Assert.Contains("does not answer", away.Page, StringComparison.Ordinal);
        Assert.All(new[] { notLetIn, strange, away }, refused => Assert.Equal(HttpStatusCode.Conflict, refused.Status));
    }

    [Fact]
    public async Task A_signer_is_asked_once_at_a_time_and_what_comes_after_the_stop_is_not_used()
    {
        await using var given = await GivenRemote.Start();

        await given.Ask();
        await given.Rings();
        var again = await given.Day.InDb(async db =>
        {
            var open = await given.Last();
            return (await given.Page()).Contains("Stop waiting", StringComparison.Ordinal) ? open.Id : 0;
        });
        var stopped = await given.StopWaiting();
        given.Service.Press(agrees: true);
        await Task.Delay(1000, GivenHouse.Stop);

        Assert.NotEqual(0, again);
        Assert.Contains("Waiting was stopped", stopped.Page, StringComparison.Ordinal);
        Assert.Equal((1, RemoteProblem.Stopped), (given.Service.Rings, (await given.Last()).Problem));
        await given.NothingIsSigned();
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task Two_who_ask_at_once_ring_one_phone_once(Database database)
    {
        await using var given = await GivenRemote.Start(database);
        var session = await given.Day.Session();
        var page = await given.Day.Survey.Committee.GetStringAsync($"/sessions/{session.Id}/remote", GivenHouse.Stop);

        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            given.Day.Survey.Committee.Submit($"/sessions/{session.Id}/remote?handler=ask", page, ("userId", GivenService.User))));
        await given.Rings();
        await Task.Delay(1500, GivenHouse.Stop);

        Assert.Equal(1, given.Service.Rings);
        Assert.Single(both, response => response.StatusCode == HttpStatusCode.OK);
        Assert.Single(both, response => response.StatusCode == HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task Signed_in_another_way_meanwhile_the_first_signature_stays()
    {
        await using var given = await GivenRemote.Start();

        await given.Ask();
        await given.Rings();
        await given.Day.Send(given.Day.Survey.Committee, "result", "sample");
        var first = (await given.Result()).Signature;
        given.Service.Press(agrees: true);
        var request = await given.Until(RemoteState.Failed);

        Assert.Equal(RemoteProblem.Superseded, request.Problem);
        Assert.Equal(first, (await given.Result()).Signature);
    }

    [Fact]
    public async Task The_station_does_not_ask_for_the_committee_and_without_a_service_there_is_no_way()
    {
        await using var given = await GivenRemote.Start();
        await using var plain = await GivenSession.Closed(Database.Sqlite);
        var session = await given.Day.Session();

        using var station = await given.Day.Station.GetAsync($"/sessions/{session.Id}/remote", GivenHouse.Stop);
        using var without = await plain.Survey.Committee.GetAsync($"/sessions/{(await plain.Session()).Id}/remote", GivenHouse.Stop);
        var offered = await given.Page("result");
        var result = await plain.Survey.Committee.GetStringAsync($"/sessions/{(await plain.Session()).Id}/result", GivenHouse.Stop);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (station.StatusCode, without.StatusCode));
        Assert.Contains("Sign remotely: MyCA", offered, StringComparison.Ordinal);
        Assert.DoesNotContain("Sign remotely", result, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"address\": \"http://ca.example.vn/csc/v1/\"", "https://")]
    [InlineData("\"address\": \"https://ca.example.vn/csc/v1\"", "end with a slash")]
    [InlineData("\"address\": \"https://ca.example.vn/csc/v1/\", \"version\": 3", "version")]
    [InlineData("\"address\": \"https://ca.example.vn/csc/v1/\"", "tokenAddress")]
    [InlineData("\"address\": \"https://ca.example.vn/csc/v1/\", \"acces\": \"login\"", "cannot be read")]
    public void A_house_does_not_start_with_settings_that_cannot_be_used(string wrong, string told)
    {
        var folder = Directory.CreateTempSubdirectory("xacthuc-settings-");
        File.WriteAllText(Path.Combine(folder.FullName, ServiceSettings.FileName), $$"""{ "name": "MyCA", "clientId": "a", "clientSecret": "bí mật", {{wrong}} }""");
        var house = new HouseSettings
        {
            House = HouseKind.Platform,
            Url = new Uri("http://127.0.0.1:0"),
            PartnerUrl = new Uri("http://127.0.0.1:9"),
            Folder = folder.FullName,
            Database = HouseDatabase.Sqlite(Path.Combine(folder.FullName, "house.db")),
        };

        var refused = Assert.Throws<UnusableSettingsException>(() => ServiceSettings.Read(house));

        folder.Delete(recursive: true);
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("bí mật", refused.Message, StringComparison.Ordinal);
    }
}
