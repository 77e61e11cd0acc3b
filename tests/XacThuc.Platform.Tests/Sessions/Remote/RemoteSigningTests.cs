using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using XacThuc.Platform.Sessions;
using XacThuc.Platform.Sessions.Sign.Remote;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Testing.Signing;
using XacThuc.Web.Audit;
using Xunit;

namespace XacThuc.Platform.Tests.Sessions.Remote;

/// <summary>A chairman signs the results of a day at a remote signing service.</summary>
public sealed class RemoteSigningTests
{
    public static TheoryData<Database, int> Houses()
    {
        var data = new TheoryData<Database, int>();
        foreach (var row in Databases.Here)
        {
            data.Add(row.Data, 1);
            data.Add(row.Data, 2);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Houses))]
    public async Task Confirmed_on_the_phone_the_day_is_signed_and_nothing_but_a_digest_has_left_the_house(Database database, int version)
    {
        await using var given = await GivenRemote.Start(database, version);

        var asked = await given.Ask();
        await given.Rings();
        var waiting = await given.Page();
        given.Service.Press(agrees: true);
        var request = await given.Until(RemoteState.Done);

        Assert.Equal(HttpStatusCode.OK, asked.Status);
        Assert.Contains("Waiting for Nông Văn Chủ Tịch to confirm on the phone", waiting, StringComparison.Ordinal);
        var result = await given.Result();
        Assert.Equal((SessionState.Signed, "Nông Văn Chủ Tịch", "account of UBND-06226"), (await given.State(), result.Signer, result.BroughtBy));
        Assert.Contains("Right: signed by Nông Văn Chủ Tịch", await given.Page("remote"), StringComparison.Ordinal);
        Assert.Equal(("", true), (request.Secret, request.EndedAt is not null));
        Assert.All(given.Service.Bodies, body => Assert.DoesNotContain("Vi Văn", System.Text.RegularExpressions.Regex.Unescape(body), StringComparison.Ordinal));
        Assert.All(given.Service.Bodies, body => Assert.True(Encoding.UTF8.GetByteCount(body) < 500));
        var acts = await given.Day.InDb(db => db.Set<AuditEntry>().Select(one => one.Kind).ToListAsync());
        Assert.Contains("day.remote", acts, StringComparer.Ordinal);
        Assert.Contains("day.sign", acts, StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(1, "rsa")]
    [InlineData(2, "rsa")]
    [InlineData(1, "rsa pss")]
    [InlineData(2, "rsa pss")]
    [InlineData(1, "ecdsa plain")]
    public async Task Every_kind_of_key_that_is_allowed_signs(int version, string kind)
    {
        await using var given = await GivenRemote.Start(version: version, kind: kind);

        await given.Ask();
        await given.Rings();
        given.Service.Press(agrees: true);
        await given.Until(RemoteState.Done);

        Assert.Contains("Right: signed by", await given.Page("result"), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_house_that_is_stopped_while_the_signer_thinks_goes_on_by_its_handle_and_the_phone_rings_once(Database database)
    {
        await using var given = await GivenRemote.Start(database, version: 2);
        given.Service.GivesHandles = true;

        await given.Ask();
        await given.Until(RemoteState.Waiting);
        await given.Day.Survey.House.StartAgain();
        given.Service.Press(agrees: true);
        await given.Until(RemoteState.Done);

        Assert.Equal((1, SessionState.Signed), (given.Service.Rings, await given.State()));
    }

    [Fact]
    public async Task Where_there_is_no_handle_a_house_that_is_stopped_says_so_and_does_not_ring_again_by_itself()
    {
        await using var given = await GivenRemote.Start();

        await given.Ask();
        await given.Rings();
        await given.Day.Survey.House.StartAgain();
        var left = await given.Until(RemoteState.Failed);
        var rang = given.Service.Rings;
        var page = await given.Page();
        await given.Ask();
        await given.Rings(2);
        given.Service.Press(agrees: true);
        await given.Until(RemoteState.Done);

        Assert.Equal((RemoteProblem.Interrupted, 1), (left.Problem, rang));
        Assert.Contains("The house was stopped while it waited", page, StringComparison.Ordinal);
        Assert.Equal(SessionState.Signed, await given.State());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_PIN_and_a_code_go_to_the_service_and_are_kept_nowhere(int version)
    {
        await using var given = await GivenRemote.Start(version: version);
        given.Service.Mode = "explicit";

        var asked = await given.Ask();
        var wrong = await given.Ask(("credential", "GX0112348"), ("secret", "00000000"), ("secret", given.Service.Code!));
        var signed = await given.Ask(("credential", "GX0112348"), ("secret", GivenService.Pin), ("secret", given.Service.Code!));
        var request = await given.Until(RemoteState.Done);

        Assert.Contains("Mã PIN ký số", asked.Page, StringComparison.Ordinal);
        Assert.Contains("(sent to the signer)", asked.Page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.Status);
        Assert.Contains("The PIN or the one-time code is wrong", wrong.Page, StringComparison.Ordinal);
        Assert.Contains("Mã PIN ký số", wrong.Page, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, SessionState.Signed, ""), (signed.Status, await given.State(), request.Secret));
        Assert.Equal(0, given.Service.Rings);
    }

    [Fact]
    public async Task Of_several_certificates_the_signer_chooses_one()
    {
        await using var given = await GivenRemote.Start();
        given.Service.Signers["HX0224685"] = GivenSigner.Of(given.Authority, name: "Lương Thị Phó Chủ Tịch");

        var asked = await given.Ask();
        await given.Ask(("credential", "HX0224685"));
        await given.Rings();
        given.Service.Press(agrees: true);
        await given.Until(RemoteState.Done);

        Assert.Contains("Nông Văn Chủ Tịch (UBND xã Hợp Thành)", asked.Page, StringComparison.Ordinal);
        Assert.Equal("Lương Thị Phó Chủ Tịch", (await given.Result()).Signer);
    }

    [Fact]
    public async Task The_user_id_is_remembered_for_whoever_typed_it_and_covered_in_the_database()
    {
        await using var given = await GivenRemote.Start();

        await given.Ask();
        await given.Rings();
        given.Service.Press(agrees: false);
        var request = await given.Until(RemoteState.Failed);

        Assert.Contains($"value=\"{GivenService.User}\"", await given.Page(), StringComparison.Ordinal);
        Assert.DoesNotContain(GivenService.User, request.UserId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_that_was_started_again_or_is_away_for_a_moment_loses_no_signature()
    {
        await using var given = await GivenRemote.Start(access: "login");
        given.Service.Fails = (method, nth, context) =>
        {
            if (method != "signatures/signHash" || nth > 2) return Task.FromResult(false);
            given.Service.ForgetTokens();
            context.Response.StatusCode = 503;
            return Task.FromResult(true);
        };

        await given.Ask();
        await given.Rings();
        given.Service.Press(agrees: true);
        await given.Until(RemoteState.Done);

        Assert.Equal(SessionState.Signed, await given.State());
    }
}
