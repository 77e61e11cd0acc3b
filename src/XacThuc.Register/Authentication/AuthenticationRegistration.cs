using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using XacThuc.Exchange;
using XacThuc.Exchange.Messages;
using XacThuc.Register.Authentication.Answers;
using XacThuc.Register.Authentication.Guessing;
using XacThuc.Register.Cases.Open;

namespace XacThuc.Register.Authentication;

/// <summary>Registers authentication.</summary>
public static class AuthenticationRegistration
{
    /// <summary>Adds answers to single records and batches, their books, and the limits against guessing.</summary>
    public static IServiceCollection AddRecordAuthentication(this IServiceCollection services) => services
        .AddSingleton<GuessingLimits>().AddSingleton<GuessingReports>().AddSingleton<BatchTries>().AddHostedService<GuessingRecall>()
        .AddSingleton<AnswerWriting>().AddSingleton<AnswerBook>().AddHostedService(provider => provider.GetRequiredService<AnswerBook>())
        .AddBorderHandler<AuthenticateRecord, RowVerdict, AuthenticateRecordHandler>()
        .AddBorderHandler<AuthenticateBatch, BatchVerdicts, AuthenticateBatchHandler>()
        .AddSingleton<RecordAuthentication>().AddScoped<BatchAuthentication>().AddScoped<OpenCases>();

    /// <summary>Maps its addresses.</summary>
    public static IEndpointRouteBuilder MapRecordAuthentication(this IEndpointRouteBuilder app)
    {
        AuthenticationEndpoint.Map(app);
        return app;
    }
}
