using Microsoft.EntityFrameworkCore;
using XacThuc.Exchange.Messages;
using XacThuc.Matching;
using XacThuc.Platform.Authentication.Decisions;
using XacThuc.Platform.Cleaning;
using XacThuc.Platform.Records;
using XacThuc.Platform.Tests.Houses;
using XacThuc.Web.Jobs;
using Xunit;

namespace XacThuc.Platform.Tests.Cleaning;

public sealed class SignedListTests
{
    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_signed_list_changes_the_records_and_has_them_authenticated_again(Database database)
    {
        await using var given = await GivenList.Drawn(database);
        await given.FillAndSend();

        var receipt = await given.HandOver(given.Confirmed());
        await given.Move("apply");
        await given.Applied();

        Assert.True(receipt.IsTaken, receipt.En);
        Assert.All(await given.House.Records(), record => Assert.Equal(RecordStatus.Matched, record.Status));
        Assert.Equal(ListState.Applied, (await given.List()).State);
        var versions = await given.House.InDb(db => db.Set<RecordVersion>().ToListAsync());
        Assert.Equal(2, versions.Count);
        Assert.All(versions, version => Assert.Equal((ChangeKind.Cleaned, "account of TYT-06226"), (version.Kind, version.EndedBy)));
        Assert.All(versions, version => Assert.Contains("CAX-06226", version.Reason, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_list_altered_after_it_was_signed_is_refused_and_the_true_one_is_still_taken(Database database)
    {
        await using var given = await GivenList.Drawn(database);
        await given.FillAndSend();
        var signed = given.Confirmed();
        var signature = given.Partner.Seal.Sign(SignedList.CleaningPurpose, ListDigest.ToContent(signed));
        var altered = signed with { Lines = [signed.Lines[0] with { FullName = "Kẻ Gian" }, signed.Lines[1]] };

        var refused = await given.HandOver(altered, signature);
        var page = await given.Station.GetStringAsync($"/cleaning/{(await given.List()).Id}", GivenHouse.Stop);
        var taken = await given.HandOver(signed);

        Assert.Equal((false, "signed.signature_wrong"), (refused.IsTaken, refused.Code));
        Assert.Contains("The digital signature does not fit the list", page, StringComparison.Ordinal);
        Assert.True(taken.IsTaken);
        Assert.Empty(await given.House.InDb(db => db.Set<RecordVersion>().ToListAsync()));
    }

    [Theory]
    [InlineData("", "signed.signature_missing")]
    [InlineData("e30..AAAA", "signed.signature_wrong")]
    public async Task A_list_without_a_signature_of_the_police_is_refused(string signature, string code)
    {
        await using var given = await GivenList.Drawn(Database.Sqlite);
        await given.FillAndSend();

        var refused = await given.HandOver(given.Confirmed(), signature);

        Assert.Equal((false, code), (refused.IsTaken, refused.Code));
        Assert.Equal(ListState.Sent, (await given.List()).State);
    }

    [Fact]
    public async Task A_signature_for_another_purpose_or_by_another_key_is_refused()
    {
        await using var given = await GivenList.Drawn(Database.Sqlite);
        await given.FillAndSend();
        await using var stranger = await GivenPartner.Open();
        await using var strangers = await GivenHouse.Start(Database.Sqlite, stranger);
        var signed = given.Confirmed();
        var content = ListDigest.ToContent(signed);

        var otherPurpose = await given.HandOver(signed, given.Partner.Seal.Sign("another", content));
        var otherKey = await given.HandOver(signed, stranger.Seal.Sign(SignedList.CleaningPurpose, content));

        Assert.Equal("signed.signature_wrong", otherPurpose.Code);
        Assert.Equal("signed.signature_unknown", otherKey.Code);
    }

    [Fact]
    public async Task A_list_of_other_rows_or_of_another_content_than_was_sent_is_refused_though_it_is_signed()
    {
        await using var given = await GivenList.Drawn(Database.Sqlite);
        await given.FillAndSend();
        var signed = given.Confirmed();

        foreach (var other in (SignedList[])
        [
            signed with { Lines = [signed.Lines[0]] },
            signed with { Lines = [signed.Lines[0], signed.Lines[1] with { Ref = signed.Lines[0].Ref }] },
            signed with { Digest = "another" },
        ])
            Assert.Equal("signed.other_list", (await given.HandOver(other)).Code);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_list_altered_in_the_database_before_it_is_applied_changes_nothing(Database database)
    {
        await using var given = await GivenList.Drawn(database);
        await given.FillAndSend();
        await given.HandOver(given.Confirmed());
        await given.House.InDb(db => db.Set<CleaningList>().ExecuteUpdateAsync(
            row => row.SetProperty(list => list.Content, list => list.Content.Replace("020150000012", "020150000013"))));

        await given.Move("apply");
        var job = await given.Applied();

        Assert.Equal(JobState.Failed, job.State);
        Assert.Contains("The digital signature does not fit", job.Problem, StringComparison.Ordinal);
        Assert.Empty(await given.House.InDb(db => db.Set<RecordVersion>().ToListAsync()));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task A_record_that_changed_since_the_list_was_drawn_up_is_left_alone(Database database)
    {
        await using var given = await GivenList.Drawn(database);
        await given.FillAndSend();
        await given.HandOver(given.Confirmed());
        await Correct(given, "Lý Văn X", "Lý Văn Quang");

        await given.Move("apply");
        await given.Applied();

        var rows = await given.Rows();
        Assert.Equal(RowState.Skipped, GivenList.Row(rows, "Lý Văn X").State);
        Assert.Equal(RowState.Applied, GivenList.Row(rows, "Nông Thị Hoa").State);
        Assert.Equal("Lý Văn Quang", (await given.House.Records())[0].FullName);
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task The_button_pressed_twice_applies_once(Database database)
    {
        await using var given = await GivenList.Drawn(database);
        await given.FillAndSend();
        await given.HandOver(given.Confirmed());

        await Task.WhenAll(given.Move("apply"), given.Move("apply"));
        await given.Applied();
        await given.Move("apply");
        await given.HandOver(given.Confirmed());

        Assert.Equal(2, await given.House.InDb(db => db.Set<RecordVersion>().CountAsync()));
        Assert.Equal(1, await given.House.InDb(db => db.Jobs.CountAsync(job => job.Kind == "cleaning.apply")));
    }

    [Theory]
    [MemberData(nameof(Databases.Here), MemberType = typeof(Databases))]
    public async Task People_whom_the_police_ask_for_papers_get_a_slip(Database database)
    {
        await using var given = await GivenList.Drawn(database);
        await given.FillAndSend();
        var signed = given.Confirmed();
        var ask = signed with
        {
            Lines = [.. signed.Lines.Select(line => line with { Verdict = LineVerdict.AskPerson, FullName = null, IdNumber = null, Note = "mang giấy khai sinh" })],
        };

        await given.HandOver(ask);
        await given.Move("apply");
        await given.Applied();

        Assert.Empty(await given.House.InDb(db => db.Set<RecordVersion>().ToListAsync()));
        var slips = await given.House.InDb(db => db.Set<RecordDecision>().ToListAsync());
        Assert.Equal(2, slips.Count);
        Assert.All(slips, slip => Assert.Equal((DecisionKind.AskPerson, "mang giấy khai sinh"), (slip.Kind, slip.Note)));
    }

    private static async Task Correct(GivenList given, string name, string to)
    {
        var record = await given.Record(name);
        var page = await given.Station.GetStringAsync($"/records/{record.Ref}/correct", GivenHouse.Stop);
        await given.Station.Submit(
            $"/records/{record.Ref}/correct", page, ("version", $"{record.Version}"), ("name", to), ("sex", record.Sex),
            ("date", record.DateOfBirth), ("number", record.IdNumber));
    }
}
