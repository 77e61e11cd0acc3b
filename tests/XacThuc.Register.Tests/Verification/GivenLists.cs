using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange;
using XacThuc.Exchange.Delivery.Receiving;
using XacThuc.Exchange.Messages;
using XacThuc.Exchange.Signing;
using XacThuc.Register.Cards;
using XacThuc.Register.Cases;
using XacThuc.Register.Tests.Houses;
using XacThuc.Register.Verification;
using XacThuc.Register.Verification.Receive;
using XacThuc.Testing.Files;
using XacThuc.Web.Accounts;
using XacThuc.Web.Units;

namespace XacThuc.Register.Tests.Verification;

/// <summary>A police house with ten people and the work on cleaning lists.</summary>
internal sealed class GivenLists : IAsyncDisposable
{
    public const string Code = "TYT-06226-2026-001";

    public static readonly SignedIn Officer = new("ca1", 2, "CAX-06226", "/20/183/06226/", AccountRole.CommunePolice) { FullName = "Nông Văn A" };
    public static readonly SignedIn District = new("ca2", 3, "CAH-183", "/20/183/", AccountRole.DistrictPolice) { FullName = "Hoàng Thị B" };
    public static readonly SignedIn Colleague = new("ca4", 2, "CAX-06226", "/20/183/06226/", AccountRole.CommunePolice) { FullName = "Lý Văn C" };
    public static readonly SignedIn Elsewhere = new("ca3", 4, "CAX-06229", "/20/183/06229/", AccountRole.CommunePolice);

    private GivenLists(GivenHouse house) => House = house;

    public GivenHouse House { get; }

    public static async Task<GivenLists> Start(string kind)
    {
        var house = await GivenHouse.Start(kind, (services, folder) =>
        {
            BorderKeys.CreateIfMissing(folder);
            BorderKeys.Trust(folder, BorderKeys.PublicFile(folder));
            services.AddBorder<RegisterDb>(new BorderSettings
            {
                House = "register",
                Partner = "platform",
                PartnerUrl = new Uri("http://127.0.0.1:1"),
                Folder = folder,
                IsSample = true,
            });
            services.AddCases().AddVerification().AddCards();
        });
        using var people = new GivenFile(GivenPeople.Csv(GivenPeople.People(10)));
        await house.Import(people.Path);
        await house.Index.CatchUp(CancellationToken.None);
        await house.With(async services =>
        {
            var db = services.GetRequiredService<RegisterDb>();
            db.Places.Add(new Place { Code = "06226", Level = PlaceLevel.Commune, Name = "Xã Hợp Thành", Path = "/20/183/06226/", ValidFrom = DateOnly.MinValue });
            return await db.SaveChangesAsync();
        });
        return new GivenLists(house);
    }

    /// <summary>A line: recorded wrongly, filled in as the person of that number is, or otherwise.</summary>
    public static ListLine Line(int number, FilledFields filled)
    {
        var right = GivenPeople.Right(GivenPeople.Person(number));
        return new ListLine(
            number, new WrittenRow($"ref{number}", 1, "Sai Tên", right.Sex, right.DateOfBirth, right.IdNumber, "06226"), filled, "");
    }

    /// <summary>Name as the person has it.</summary>
    public static FilledFields RightName(int number) => new(GivenPeople.Right(GivenPeople.Person(number)).FullName, null, null, null);

    public static FilledFields Nothing => new(null, null, null, null);

    /// <summary>The parts of a list.</summary>
    public static CleaningListSent[] Parts(params ListLine[] lines)
    {
        var digest = ListDigest.Of(Code, lines);
        return
        [
            .. lines.Chunk(2).Select(part => new CleaningListSent(Code, "TYT-06226", "Trạm Y tế xã Hợp Thành", "06226", "", lines.Length, digest, part)),
        ];
    }

    /// <summary>A part comes, as the border has it: in a transaction of its own.</summary>
    public Task<Receipt> Come(CleaningListSent part) => House.With(async services =>
    {
        var db = services.GetRequiredService<RegisterDb>();
        await using var all = await db.Database.BeginTransactionAsync();
        var receipt = await services.GetRequiredService<ReceiveList>().Answer(
            new BorderCall(Guid.NewGuid(), "platform", DateTimeOffset.UnixEpoch), part, CancellationToken.None);
        await all.CommitAsync();
        return receipt;
    });

    /// <summary>A whole list comes.</summary>
    public async Task<VerificationList> Come(params ListLine[] lines)
    {
        foreach (var part in Parts(lines)) await Come(part);
        return await List();
    }

    /// <summary>A line as the person of that number is in the register.</summary>
    public static ListLine AsRegistered(int number)
    {
        var right = GivenPeople.Right(GivenPeople.Person(number));
        return new ListLine(
            number, new WrittenRow($"ref{number}", 1, right.FullName, right.Sex, right.DateOfBirth, right.IdNumber, "06226"), Nothing, "");
    }

    /// <summary>A list of people to be vaccinated comes.</summary>
    public async Task<VerificationList> Survey(params ListLine[] lines)
    {
        await House.With(async services =>
        {
            var db = services.GetRequiredService<RegisterDb>();
            await using var all = await db.Database.BeginTransactionAsync();
            await services.GetRequiredService<ReceiveList>().Answer(
                new BorderCall(Guid.NewGuid(), "platform", DateTimeOffset.UnixEpoch),
                new SurveyListSent(
                    Code, "Mũi 1 thôn Nà Nùng", "TYT-06226", "Trạm Y tế xã Hợp Thành", "06226", DateTimeOffset.UnixEpoch.AddYears(56), lines.Length,
                    ListDigest.Of(Code, lines), lines),
                CancellationToken.None);
            await all.CommitAsync();
            return 0;
        });
        return await List();
    }

    public Task<VerificationList> List() => InDb(db => db.Set<VerificationList>().AsNoTracking().SingleAsync());

    public Task<List<VerificationRow>> Rows() => InDb(db => db.Set<VerificationRow>().AsNoTracking().OrderBy(row => row.Number).ToListAsync());

    public Task<T> InDb<T>(Func<RegisterDb, Task<T>> work) => House.With(services => work(services.GetRequiredService<RegisterDb>()));

    public Task<TOut> Use<TCase, TOut>(Func<TCase, Task<TOut>> work) where TCase : notnull =>
        House.With(services => work(services.GetRequiredService<TCase>()));

    public ValueTask DisposeAsync() => House.DisposeAsync();
}
